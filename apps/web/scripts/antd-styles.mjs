import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const sheet = 'antd.css';
/** The modules of antd that make styles, and how each names those that it makes. */
const styleModule = /[\\/]antd[\\/]es[\\/].*style(?:[\\/][\w-]+)?\.js$/;
const making = /\bgen(?:StyleHooks|SubStyleComponent|ComponentStyleHook)\(\s*(?:'(\w+)'|\['(\w+)', '([\w-]+)'\])/g;
/** Only with the token `wireframe`, where it would change how all others look. */
const neverDrawn = new Set(['Pagination-bordered']);
/** Made by whatever is drawn first. */
const shared = new Set(['Shared', 'ant-design-icons']);

/**
 * The styles of antd as one sheet, written when the pages are built: left to itself, antd writes them on every opening of a page, which
 * is up to a quarter of what the opening costs. The sheet has what antd's modules in the build can draw, so a page may use another component
 * without a word here; the build fails when the sheet lacks what one of them draws. In development antd writes its styles itself.
 */
export function antdStyles() {
  return { name: 'antd-styles', apply: 'build', generateBundle, transformIndexHtml: { order: 'post', handler: linked } };
}

function generateBundle(_, bundle) {
  const drawn = namesMadeBy(Object.values(bundle).flatMap((chunk) => chunk.moduleIds ?? []));
  if (drawn.size === 0) return;
  const { source, missing } = sheetOf(drawn);
  if (missing.length > 0)
    this.error(`antd draws ${missing.join(', ')}: show them in apps/web/scripts/antd-styles.mjs, or they have no style`);
  this.emitFile({ type: 'asset', name: sheet, source });
}

/** Before all other sheets, as antd puts what it writes itself, so that ours have the last word. */
function linked(_, { bundle = {} }) {
  const ours = Object.values(bundle).filter((file) => file.type === 'asset' && file.names.includes(sheet));
  return ours.map(({ fileName }) => ({ tag: 'link', attrs: { rel: 'stylesheet', href: `/${fileName}` }, injectTo: 'head-prepend' }));
}

function namesMadeBy(modules) {
  const texts = modules.filter((id) => styleModule.test(id)).map((id) => readFileSync(id, 'utf8'));
  const made = texts.flatMap((text) => [...text.matchAll(making)]);
  return new Set(made.map(([, one, first, second]) => (one === undefined ? `${first}-${second}` : `${one}-${one}`)));
}

/**
 * The style sheet of those names, and which of them nothing here draws. It has antd's variables, not their values: the theme, which
 * sets them on the page, changes nothing in it.
 */
export function sheetOf(names, theme = {}) {
  const { cache, extractStyle } = drawnAll(theme);
  const nameOf = (key) => (key.startsWith('style%') ? key.split('%')[2] : null);
  const has = new Set([...cache.cache.keys()].map(nameOf));
  for (const key of cache.cache.keys()) if (!names.has(nameOf(key)) && !shared.has(nameOf(key))) cache.cache.delete(key);
  const whole = extractStyle(cache, { plain: true, types: ['style'] });
  return {
    source: whole.replace(/\.data-ant-cssinjs-cache-path\{[^}]*\}/, ''),
    missing: [...names].filter((name) => !has.has(name) && !neverDrawn.has(name)),
  };
}

/** Everything that antd has, drawn once; loaded only now, so that it runs as it will on the pages. */
function drawnAll(theme) {
  const require = createRequire(import.meta.url);
  const antd = require('antd');
  const { createElement } = require('react');
  const { renderToString } = require('react-dom/server');
  // The very copy that antd writes its styles with.
  const { createCache, extractStyle, StyleProvider } = createRequire(require.resolve('antd'))('@ant-design/cssinjs');
  const cache = createCache();
  const all = [...alone(antd, createElement), ...together(antd, createElement)];
  const nodes = all.map((node, key) => createElement('div', { key }, node));
  const desk = createElement(antd.ConfigProvider, { theme: { ...theme, hashed: false } }, nodes);
  renderToString(createElement(StyleProvider, { cache }, desk));
  return { cache, extractStyle };
}

/** For those that complain of having nothing to show. */
const props = { Dropdown: { menu: { items: [] } }, Menu: { items: [] }, QRCode: { value: '-' }, Tree: { treeData: [] } };

function alone(antd, h) {
  const names = Object.keys(antd).filter((name) => /^[A-Z]/.test(name) && name !== 'Grid' && name !== 'ConfigProvider');
  return names.map((name) => h(antd[name], props[name]));
}

/** What is drawn only beside or within something else. */
function together({ Badge, Button, Form, Input, Modal, Space, Tag, message, notification }, h) {
  const opened = '_InternalPanelDoNotUseOrYouWillBeFired';
  return [
    h(Badge.Ribbon),
    h(Space.Compact, null, h(Button), h(Space.Addon)),
    h(Form, null, h(Form.Item, { label: '' })),
    h(Input.Search),
    h(Input.TextArea),
    h(Input.OTP),
    h(Modal[opened], { type: 'confirm' }),
    h(message[opened]),
    h(notification[opened]),
    h(Tag, { color: 'blue' }),
    h(Tag, { color: 'success' }),
  ];
}
