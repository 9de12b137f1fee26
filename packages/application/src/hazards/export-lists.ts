import { listDocumentInput, listFilter, roomOf } from '@changming/domain/hazards';
import { refuse } from '@changming/domain/kernel';
import { z } from 'zod';

import { type Caller, command } from '../context.ts';
import { type PaperThumb, thumbsForPaper } from '../evidence/index.ts';
import type { Files } from '../files.ts';
import { type ListRow, listRows } from './list-rows.ts';
import { selectedIds, selecting } from './list-selection.ts';
import { headsOf, oneOf } from './listed-branches.ts';
import { type Balance, balancesOf, nothing } from './reconcile-units.ts';

/** What a document of one of the lists is made of. */
export type ListContent = {
  /** The units it speaks of. */
  readonly units: readonly string[];
  readonly rows: readonly ListRow[];
  /** Counted over the very rows. */
  readonly total: Balance;
  readonly today: string;
};

/** The filter as the address was read: its flags are flags by now. */
const wanted = listFilter.extend({ ...listDocumentInput.shape, withBelow: z.boolean() });

const listContent = command({
  permission: 'hazards.export',
  name: 'hazards.exportList',
  input: wanted,
  toldOnce: true,
  async run(work, { list, format, photos, ...filter }) {
    const { tx, today, trail, newId } = work;
    const heads = await headsOf(work, filter);
    const asked = { filter, today };
    const [total = nothing] = await balancesOf(tx, [heads], asked);
    const most = roomOf({ format, photos });
    if (total.problems > most) refuse('invalid', 'hazards.document_too_large', { count: total.problems, most });
    const ids = await selectedIds(tx, { ranges: heads, where: selecting(asked) }, { most });
    const rows = await listRows(
      tx,
      ids.map(({ id }) => id),
      today,
    );
    const taken = { subjectId: newId(), unitId: oneOf(heads), before: null, after: { list, format, photos, rows: rows.length, ...filter } };
    return trail(taken, { units: heads.map(({ name }) => name), rows, total, today } satisfies ListContent);
  },
});

/**
 * 导出三清单: everything that the filter picks, whole or not at all, with the thumbnails of its photos when they are asked for. The trail
 * says who took how many rows of what.
 */
export async function exportList(
  caller: Caller,
  files: Files,
  input: z.input<typeof wanted>,
): Promise<ListContent & { readonly thumbs: ReadonlyMap<string, PaperThumb> }> {
  const content = await listContent(caller, input);
  const shown = input.photos === true ? content.rows.flatMap(photosShown) : [];
  return { ...content, thumbs: await thumbsForPaper(files, shown) };
}

const mostOnPaper = 2;

/** The hashes of a row's pictures that fit into its cells. */
function photosShown({ beforePhotos, afterPhotos }: ListRow): string[] {
  return [beforePhotos, afterPhotos].flatMap((side) => side.slice(0, mostOnPaper).map(({ sha256 }) => sha256));
}
