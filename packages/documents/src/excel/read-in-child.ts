import type { Merge } from '@changming/domain/imports/sheet';
import { Refusal } from '@changming/domain/kernel/refusal';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

import type { Limits } from './limits.ts';
import { parseWorkbook, type WorkbookSink } from './parse-workbook.ts';
import { type Line, mergesLine, rowLine } from './wire.ts';

/**
 * The reading process: a file comes in, lines go out, and the last one says whether it ended well. It begins anew for every file, so of the
 * domain it loads the two modules that it needs: all of the imports would take longer to load than most files take to read.
 */
async function main(limits: Limits): Promise<void> {
  const lines: string[] = [];
  const say = (line: Line) => void lines.push(JSON.stringify(line));
  try {
    await parseWorkbook(
      await buffer(process.stdin),
      limits,
      sinkInto(say, () => flush(lines)),
    );
    say({ done: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    lines.length = 0;
    say({ refused: error.code, facts: error.facts });
  }
  await flush(lines);
}

function sinkInto(say: (line: Line) => void, pause: () => Promise<void>): WorkbookSink {
  let merges: Merge[] = [];
  return {
    sheet: ({ name, hidden }) => {
      merges = [];
      say({ sheet: name, hidden });
    },
    row: (row) => say(rowLine(row)),
    merge: (merge) => void merges.push(merge),
    pictures: (pictures) => say({ pictures }),
    comments: (comments) => say({ comments: comments.map(({ row, column, text }) => [row, column, text] as const) }),
    pause: async () => {
      if (merges.length > 0) say(mergesLine(merges));
      merges = [];
      await pause();
    },
  };
}

async function flush(lines: string[]): Promise<void> {
  if (lines.length === 0) return;
  const written = process.stdout.write(`${lines.join('\n')}\n`);
  lines.length = 0;
  if (!written) await once(process.stdout, 'drain');
}

await main(JSON.parse(process.argv[2] ?? '{}') as Limits);
