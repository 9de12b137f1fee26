import { useEffect, useRef } from 'react';

/** What each key does, by its name in lower case: `a`, `escape`, `1`. */
export type Keys = Readonly<{ [key: string]: (() => void) | undefined }>;

/** Keys of the whole page, silent while somebody types, and while a drawer or dialog stands over the page. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) return;
      const act = latest.current[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

const quiet: ReadonlySet<string> = new Set(['range', 'checkbox', 'radio', 'button']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !quiet.has(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
  );
}

function isCovered(): boolean {
  return document.querySelector('.ant-drawer-open, .ant-modal-mask:not(.ant-modal-mask-hidden)') !== null;
}
