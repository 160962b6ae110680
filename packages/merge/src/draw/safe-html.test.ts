import { expect, test } from 'vitest';
import { gone, safeCss, safeHtml } from './safe-html.ts';

const html = (source: string) => safeHtml(source).html;

test.each([
  ['<script>alert(1)</script>after', 'after'],
  ['<SCRIPT src=x>never closed', ''],
  ['<svg><a xlink:href="javascript:x"><style></svg>after', 'after'],
  ['<iframe srcdoc="<p>"></iframe><object data=x></object>after', 'after'],
  ['<link rel=preconnect href=//x><meta http-equiv=refresh content=0><base href=//x>after', 'after'],
  ['<!-- <p> -->after<!-- open', 'after'],
  ['<p onclick="x()" class=a style2=b>t</p>', '<p class="a">t</p>'],
  ['<p class="a<b>\'">t', '<p class="a&#60;b&#62;\'">t'],
  ['<a href="javascript:x">to</a>', '<a data-link="">to</a>'],
  ['<form action=//x><input name=a value=1></form>', '<input value="1" disabled="">'],
  ['<p title="', '&lt;p title="'],
  ['<<p>>x', '&lt;<p>>x'],
  ['<p/onclick=x()>t', '<p>t'],
  ['1 < 2 & 3 &amp; 4', '1 &lt; 2 & 3 &amp; 4'],
])('%s becomes %s', (source, safe) => {
  expect(html(source)).toBe(safe);
});

test('pictures from elsewhere are named, and those that are here are shown', () => {
  expect(html('<img src="https://x.example/a.png" alt="A &lt;b&gt; truck">')).toBe(
    '<span data-gone="picture" data-name="A &lt;b&gt; truck"></span>',
  );
  expect(html('<img src="data:image/png;base64,AAAA" srcset="//x 2x">')).toBe(
    '<img src="data:image/png;base64,AAAA">',
  );
  expect(html('<img src="data:image/svg+xml,<svg>">')).toContain('data-gone="picture"');
});

test('a style of its own becomes a rule, and can’t leave it', () => {
  const { html: drawn, css } = safeHtml('<p style="color: red} body{display:none">t</p>');
  expect(drawn).toBe('<p data-style="0">t</p>');
  expect(css).toBe('[data-style="0"]{color: red bodydisplay:none}');
  expect(safeCss('a{}</style><script>')).not.toContain('</style');
  expect(safeCss('@import "//x";a{}')).toBe('a{}');
});

test('what isn’t here stays marked, whatever it is called', () => {
  expect(html(gone('form', '"><b>\'&amp;'))).toBe(
    '<div data-gone="form" data-name="&#34;&#62;&#60;b&#62;&#39;&#38;amp;"></div>',
  );
});
