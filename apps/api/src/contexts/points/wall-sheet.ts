import type { SheetInForce } from '@changming/application/points';
import type { WallSheet } from '@changming/documents/plates';
import { en, type Language, zhCN } from '@changming/phrases';

type How = {
  /** `https://cm.example.com`: where phones reach the product. */
  readonly origin: string;
  readonly language: Language;
  readonly madeAt: Date;
};

/** A sheet in force as it is printed: the words that its page shows too. */
export function wallSheet(sheet: SheetInForce, { origin, language, madeAt }: How): WallSheet {
  const { points: words, shell } = language === 'en' ? en : zhCN;
  const { kind, name, unit, point, number, issuedOn, code, jpeg } = sheet;
  const stamp = words.desk.sheets.stamp.replace('{{number}}', String(number)).replace('{{on}}', issuedOn);
  return {
    title: name,
    subtitle: [words.sheetKinds[kind], point ?? unit].join(' · '),
    jpeg,
    product: shell.product.name,
    stamp: [stamp, words.desk.sheets.check],
    address: `${origin.replace(/\/+$/u, '')}/m/s/${code}`,
    madeAt,
  };
}
