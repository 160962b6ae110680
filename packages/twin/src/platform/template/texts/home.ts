import { either, type Generation } from '../sheet.ts';

const tile = (name: string, url: string, role: string): string =>
  `  {% if user and user.roles contains '${role}' %}
  <div class="tile tile-${url}">
    <a href="{{ sitemarkers['${name}'].url }}">
      <h2>{% editable snippets 'Home/${name}/Title' default: '${name}' %}</h2>
      <p>{{ snippets['Home/${name}/Text'] }}</p>
    </a>
  </div>
  {% endif %}
`;

/** The web template Home, with the tiles: the one place that the documentation tells people to change. */
export const home = (generation: Generation): string =>
  `{% extends 'Layout 1 Column' %}

{% block title %}
<h1>${either(generation, "{{ snippets['Home/Welcome'] | default: 'Welcome' }}", "{{ snippets['Home/Welcome'] | default: 'Welcome back' }}, {{ user.firstname | escape }}")}</h1>
{% endblock %}

{% block main %}
<div class="tiles${either(generation, '', ' tiles-wide')}" role="list">
${tile('Create order', 'create-order', 'Authorized users')}${tile('Orders', 'orders', 'Authorized users')}${tile('Account information', 'account', 'Customer representative')}${tile('Contacts', 'contacts', 'Customer representative')}${either(generation, '', tile('Help', 'help', 'Authorized users'))}</div>

<section class="public">
  <h2>{% editable snippets 'Home/Terms/Title' default: 'Terms' %}</h2>
  <p>{{ snippets['Home/Terms/Text'] }}</p>
</section>
{% endblock %}
`;
