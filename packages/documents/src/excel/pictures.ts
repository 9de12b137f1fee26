import { type Archive, partOf, relationsOf } from './workbook-index.ts';
import { readXml } from './xml.ts';

/** How many pictures lie on the sheet of `part`. They are only counted: nothing of them is read. */
export async function picturesOn(archive: Archive, part: string): Promise<number> {
  let pictures = 0;
  for (const { type, part: drawing } of await relationsOf(archive, part)) {
    if (type !== 'drawing' || !archive.entries.has(drawing.toLowerCase())) continue;
    await readXml(partOf(archive, drawing), {
      open: ({ name }) => {
        if (name === 'pic') pictures += 1;
      },
    });
  }
  return pictures;
}
