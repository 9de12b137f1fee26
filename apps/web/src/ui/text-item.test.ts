import { Form } from 'antd';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

import { TextItem } from './text-item.tsx';

test.each([
  ['一'.repeat(200), '200 / 200'],
  ['🏭'.repeat(101), '101 / 200'],
  [`${'一'.repeat(200)}\n `, '200 / 200'],
  ['一'.repeat(201), '201 / 200'],
])('the count beside a text is the one that decides whether it is too long', (initialValue, count) => {
  const shown = renderToStaticMarkup(
    createElement(Form, null, createElement(TextItem, { name: 'reason', most: 200, rows: [2, 6], initialValue })),
  );

  expect(shown).toContain(`>${count}<`);
});
