import { either, type Generation } from '../sheet.ts';

export const theme = (generation: Generation): string => `/* Customer portal, synthetic */
:root {
  --brand: ${either(generation, '#0f6cbd', '#0a5ea8')};
  --brand-dark: #0c3b5e;
  --text: #242424;
}

body {
  color: var(--text);
  font-family: 'Segoe UI', sans-serif;
}

.navbar {
  background: var(--brand-dark);
  padding: 8px 16px;
}

.tiles {
  display: grid;
  gap: 16px;
  grid-template-columns: repeat(2, 1fr);
}

.tile {
  border: 1px solid var(--brand);
  border-radius: ${either(generation, '2px', '4px')};
  padding: 16px;
}

footer {
  background: #f5f5f5;
  margin-top: 32px;
}
${either(generation, '', '\n@media (max-width: 480px) {\n  .tiles {\n    grid-template-columns: 1fr;\n  }\n}\n')}`;

export const script = (generation: Generation): string => `(function () {
  'use strict';

  /** Marks the required fields of a form. */
  function markRequired(form) {
    form.querySelectorAll('[aria-required="true"]').forEach(function (field) {
      field.classList.add('required');
    });
  }

  document.querySelectorAll('form').forEach(markRequired);
${either(generation, '', "\n  document.querySelectorAll('a[href^=\"http\"]').forEach(function (link) {\n    link.rel = 'noopener';\n  });\n")}})();
`;

/** One grey pixel. */
export const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mM8c+bMfwAGgAL+h8Y7mwAAAABJRU5ErkJggg==';

export const orderScript = (generation: Generation): string => `$(document).ready(function () {
  var receipt = $('#requestdeliveryby');
  var today = new Date();
  receipt.on('change', function () {
    if (new Date(receipt.val()) < today) {
      receipt.val('');
      alert('${either(generation, 'Choose a date in the future.', 'The requested receipt date must be in the future.')}');
    }
  });
  $('#shipto_country').prop('readonly', true);
});
`;

export const itemsScript = (): string => `$(document).ready(function () {
  $('.entity-grid').on('loaded', function () {
    var rows = $(this).find('tbody tr').length;
    $('#NextButton').prop('disabled', rows === 0);
  });
});
`;

export const listScript = (): string => `$(document).ready(function () {
  $('.entitylist').on('loaded', function () {
    $(this).find('td[data-attribute="statecode"]').each(function () {
      $(this).toggleClass('open', $(this).text() === 'Active');
    });
  });
});
`;
