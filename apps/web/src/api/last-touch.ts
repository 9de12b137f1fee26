/** What a person does at a page. That the pointer moves, or that the window is shown again, is done by no hand in particular. */
const touches = ['keydown', 'pointerdown', 'wheel', 'input'] as const;

let touchedAt: number | null = null;

/** From now on the desk knows when somebody last touched it: what it asks by itself is no use of the session. The phone does without. */
export function watchTouches(target: EventTarget = globalThis): void {
  noteTouch();
  for (const touch of touches) target.addEventListener(touch, noteTouch, { capture: true, passive: true });
}

function noteTouch(): void {
  touchedAt = Date.now();
}

/** `Idle-Seconds`: whole seconds since the last touch; nothing where nobody watches for touches. */
export function idleHeader(): { readonly 'idle-seconds'?: string } {
  if (touchedAt === null) return {};
  return { 'idle-seconds': String(Math.max(0, Math.floor((Date.now() - touchedAt) / 1000))) };
}

/** How often, in milliseconds, a page that is shown to others is counted as touched. */
const shown = 60_000;

/**
 * From now until the instant the page counts as touched, because it is shown to a room and nobody needs to touch it: a door code on the
 * wall signs people in for a whole lesson. Answers how to end it sooner.
 */
export function countAsTouched(until: Date): () => void {
  const touch = () => {
    if (Date.now() < until.getTime()) noteTouch();
    else clearInterval(timer);
  };
  const timer = setInterval(touch, shown);
  return () => clearInterval(timer);
}
