import { either, type Generation } from '../sheet.ts';

export const layout = (): string => `<div class="container">
  {% block breadcrumb %}{% include 'Breadcrumbs' %}{% endblock %}
  {% block title %}{% include 'Page title' %}{% endblock %}
  {% block main %}{% include 'Page copy' %}{% endblock %}
</div>
`;

export const header = (
  generation: Generation,
): string => `{% assign primary = weblinks['Primary navigation'] %}
<nav class="navbar" aria-label="${either(generation, 'Main', 'Main menu')}">
  <a class="brand" href="/">{{ snippets['Logo'] }}</a>
  <ul>
  {% for link in primary.weblinks %}
    <li{% if sitemap.current.url == link.url %} class="active"{% endif %}><a href="{{ link.url }}">{{ link.name | escape }}</a></li>
  {% endfor %}
  </ul>
  {% if user %}
  <a href="{{ sitemarkers['Profile'].url }}">{{ user.fullname | escape }}</a>
  <a href="/Account/Login/LogOff">{{ snippets['links/logout'] | default: 'Sign out' }}</a>
  {% else %}
  <a href="/SignIn">{{ snippets['links/login'] | default: 'Sign in' }}</a>
  {% endif %}
</nav>
`;

export const footer = (generation: Generation): string => `<footer>
  <div class="container">
    {{ snippets['Footer'] }}
    <ul>
    {% for link in weblinks['Footer'].weblinks %}
      <li><a href="{{ link.url }}">{{ link.name | escape }}</a></li>
    {% endfor %}
    </ul>
${either(generation, '', '    <p class="version">{{ snippets[\'Footer/Version\'] }}</p>\n')}  </div>
</footer>
`;

export const breadcrumbs = (): string => `<ul class="breadcrumb">
{% for crumb in page.breadcrumbs %}
  <li><a href="{{ crumb.url | escape }}">{{ crumb.title | escape }}</a></li>
{% endfor %}
  <li class="active">{{ page.title | escape }}</li>
</ul>
`;

/** A page that shows one list, form or wizard. */
export const showing = (tag: string): string => `{% extends 'Layout 1 Column' %}

{% block main %}
{% include 'Page copy' %}
${tag}
{% endblock %}
`;
