import type { CatalogueDataset } from '@changming/contract/analytics';
import { datasetNames } from '@changming/application/analytics';
import { en, type Language, zhCN } from '@changming/phrases';
import { html, raw } from 'hono/html';

import { catalogueIn } from '../contexts/analytics/catalogue.ts';
import type { ListedRoute } from './listed-routes.ts';
import { style } from './style.ts';

type Words = typeof zhCN.analytics.docs;
const words: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN.analytics.docs, en: en.analytics.docs };

/** The page, with `__NONCE__` and `__ORIGIN__` where the answer puts its own. Whatever is put in is escaped. */
export function pageOf(routes: readonly ListedRoute[], language: Language) {
  const say = words[language];
  const sets = catalogueIn(datasetNames, language);
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${say.title}</title>
<style nonce="__NONCE__">${raw(style)}</style></head>
<body><main>
<h1>${say.title}</h1><p>${say.lead}</p>
<nav aria-label="${say.contents}">${sets.map(({ name, title }) => html`<a href="#${name}">${title}</a> `)}${tags.map((tag) => html`<a href="#tag-${tag}">${tag}</a> `)}</nav>
${explained(say)}
<h2>${say.data}</h2><p>${say.dataText}</p>
${sets.map((set) => datasetPart(set, say))}
<h2>${say.routes}</h2>
${tags.map((tag) => tagPart(tag, { routes, say }))}
</main></body></html>`;
}

function explained(say: Words) {
  const parts = [
    [say.signIn, say.signInText],
    [say.errors, say.errorsText],
    [say.paging, say.pagingText],
    [say.csv, say.csvText],
  ] as const;
  return parts.map(([title, text]) => html`<h2>${title}</h2><p>${text}</p>`);
}

function datasetPart({ name, title, meaning, columns, examples }: CatalogueDataset, say: Words) {
  return html`<section><h3 id="${name}">${title} <code>${name}</code></h3><p>${meaning}</p>
${examples.map(
  (example) => html`<figure class="example" data-address="${example.address}" data-columns="${example.columns.join(',')}">
<figcaption>${say.example}</figcaption><pre>curl -H "Authorization: Bearer $TOKEN" "__ORIGIN__${example.address}"</pre>
<p>${say.answers}: <code>${example.columns.join(', ')}</code></p></figure>`,
)}
<table><caption>${say.columns}</caption>
<thead><tr><th>${say.column}</th><th>${say.head}</th><th>${say.type}</th><th>${say.empty}</th><th>${say.filters}</th><th>${say.meaning}</th></tr></thead>
<tbody>${columns.map(columnRow)}</tbody></table></section>`;
}

function columnRow({ name, head, type, empty, operators, codes, meaning }: CatalogueDataset['columns'][number]) {
  const filters = operators.map((operator) => (operator === 'eq' ? name : `${name}.${operator}`)).join(' ');
  const values = codes === undefined ? '' : html`<br><code>${codes.join(' ')}</code>`;
  return html`<tr><td><code>${name}</code></td><td>${head}</td><td>${type}</td><td>${empty ? '✓' : ''}</td><td><code>${filters}</code></td><td>${meaning}${values}</td></tr>`;
}

function tagPart(tag: string, { routes, say }: { routes: readonly ListedRoute[]; say: Words }) {
  const mine = routes.filter((each) => each.tag === tag);
  return html`<section><h3 id="tag-${tag}"><code>${tag}</code></h3><table>
<thead><tr><th>${say.method}</th><th>${say.path}</th><th>${say.summary}</th><th>${say.access}</th></tr></thead>
<tbody>${mine.map((each) => routeRow(each, say))}</tbody></table></section>`;
}

function routeRow({ method, path, summary, access }: ListedRoute, say: Words) {
  const who = access === 'public' ? say.everybody : access === 'self' ? say.own : html`<code>${access}</code>`;
  return html`<tr><td>${method}</td><td><code>${path}</code></td><td>${summary}</td><td>${who}</td></tr>`;
}
