import { readFileSync } from 'node:fs';

import { type Clock, clockMovedBy, offsetOf } from '@changming/domain/kernel';

export type { Clock } from '@changming/domain/kernel';

/** `CM_CLOCK`: `+P90D`, or `file:<path>` that is read again at each call, so that a test can move a running process. */
export function clockFrom(text: string | undefined): Clock {
  if (text === undefined || text === '') return clockMovedBy(() => 0);
  const read = text.startsWith('file:') ? () => readFileSync(text.slice(5), 'utf8') : () => text;
  return clockMovedBy(() => offsetOf(read()) ?? fault(text));
}

function fault(text: string): never {
  throw new Error(`CM_CLOCK 有误：${text}，应为 +P90D、+PT8H 或 file:<路径>`);
}
