import { SaxesParser } from 'saxes';

import { refuseImport } from './refuse-import.ts';

export type XmlElement = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
export type XmlHandler = {
  readonly open?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Awaited after each piece of XML, so that a slow receiver slows the reading. */
  readonly pause?: () => Promise<void>;
};

const deepest = 64;

type Parser = SaxesParser<{ readonly position: false; readonly xmlns: false }>;

/**
 * Reads XML as it arrives. Names lose their prefix (`x:row` is `row`, `r:id` is `id`), so that files of other programs read the same.
 * A document type, deep nesting, bytes that are no UTF-8 and anything malformed are refused; entities are never expanded.
 */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const parser = parserFor(handler);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    feed(parser, () => decoder.decode(chunk, { stream: true }));
    await handler.pause?.();
  }
  feed(parser, () => decoder.decode());
  parser.close();
  await handler.pause?.();
}

function feed(parser: Parser, next: () => string): void {
  let text: string;
  try {
    text = next();
  } catch {
    return refuseImport('imports.damaged');
  }
  parser.write(text);
}

function parserFor(handler: XmlHandler): Parser {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  parser.on('error', () => refuseImport('imports.damaged'));
  parser.on('doctype', () => refuseImport('imports.damaged'));
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) refuseImport('imports.damaged');
    handler.open?.({ name: local(name), attributes });
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close?.(local(name));
  });
  return parser;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix. */
export function attribute({ attributes }: XmlElement, name: string): string | undefined {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}

/** `1`, `true` and `on` are true in the XML of Excel. */
export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

const escaped = /_x([0-9a-f]{4})_/giu;

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescapeExcel(text: string): string {
  return text.includes('_x') ? text.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text;
}
