import { attribute, type XmlElement } from './xml.ts';

/** `<strike/>` strikes out, `<strike val="0"/>` does not. */
export function strikes(element: XmlElement): boolean {
  return element.name === 'strike' && !/^(0|false|off)$/u.test(attribute(element, 'val') ?? '1');
}
