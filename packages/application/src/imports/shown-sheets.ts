import type { ShownSheet } from '@changming/database';
import { previewOf, type Sheet, type SheetMapping, type Verdict } from '@changming/domain/imports';

import type { Draft } from './plan.ts';

const mostPreviews = 40;

export function shownSheets(read: readonly Sheet[], mapping: readonly SheetMapping<string>[]): ShownSheet[] {
  return read.map((sheet, at): ShownSheet => {
    const unread = { status: sheet.hidden ? 'hidden' : 'unrecognised', header: null, columns: [], scope: null } as const;
    const understood = mapping.find((each) => each.sheet === sheet.name) ?? { ...unread, sheet: sheet.name };
    return { ...understood, preview: at < mostPreviews ? previewOf(sheet) : [] };
  });
}

/** Verdicts as a person meets the rows in the file. */
export function inOrderOf(read: readonly Sheet[], verdicts: readonly Verdict<Draft>[]): readonly Verdict<Draft>[] {
  const places = new Map(read.map(({ name }, at) => [name, at]));
  const place = ({ source }: Verdict<Draft>) => (places.get(source.sheet) ?? 0) * 2_000_000 + source.row;
  return verdicts.toSorted((one, other) => place(one) - place(other));
}
