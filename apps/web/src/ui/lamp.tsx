type LampMarkProps = { readonly size?: number };

/** 长明灯: the mark. A flame over a shallow bowl; the bowl takes the colour of the text around it. */
export function LampMark({ size = 28 }: LampMarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 1.5c3.6 4.4 5.4 7.3 5.4 10a5.4 5.4 0 0 1-10.8 0c0-2.7 1.8-4.2 3.2-6 .9-1.2 1.6-2.4 2.2-4Z" fill="var(--lamp-flame)" />
      <path d="M16 8.5c1.6 1.9 2.3 3.2 2.3 4.4a2.3 2.3 0 0 1-4.6 0c0-1.2.9-1.9 1.5-2.8.3-.5.6-1 .8-1.6Z" fill="var(--lamp-light)" />
      <path
        d="M3.5 18.5h25c0 4.9-4.3 7.7-9.5 8.3l.9 2.7c.2.6-.2 1-.8 1h-6.2c-.6 0-1-.4-.8-1l.9-2.7c-5.2-.6-9.5-3.4-9.5-8.3Z"
        fill="currentColor"
      />
    </svg>
  );
}

/** The lamp in the dark, for the pages that stand before the work: sign-in, the first password, a page that is not there. */
export function LampScene() {
  return (
    <svg className="lamp-scene" viewBox="0 0 480 480" aria-hidden="true" focusable="false">
      <defs>
        <radialGradient id="lamp-halo" cx="0.5" cy="0.42" r="0.5">
          <stop offset="0" stopColor="var(--lamp-flame)" stopOpacity="0.5" />
          <stop offset="0.35" stopColor="var(--lamp-flame)" stopOpacity="0.16" />
          <stop offset="1" stopColor="var(--lamp-flame)" stopOpacity="0" />
        </radialGradient>
        <linearGradient id="lamp-bronze" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#5d6f68" />
          <stop offset="0.3" stopColor="#3b4c47" />
          <stop offset="1" stopColor="#24332f" />
        </linearGradient>
        <radialGradient id="lamp-floor" cx="0.5" cy="0.5" r="0.5">
          <stop offset="0" stopColor="var(--lamp-flame)" stopOpacity="0.28" />
          <stop offset="1" stopColor="var(--lamp-flame)" stopOpacity="0" />
        </radialGradient>
      </defs>
      <circle cx="240" cy="200" r="236" fill="url(#lamp-halo)" />
      <ellipse cx="240" cy="424" rx="190" ry="26" fill="url(#lamp-floor)" />
      <g fill="none" stroke="var(--lamp-flame)" strokeOpacity="0.16">
        <circle cx="240" cy="196" r="92" />
        <circle cx="240" cy="196" r="140" strokeOpacity="0.1" />
        <circle cx="240" cy="196" r="192" strokeOpacity="0.06" />
      </g>
      <Flame />
      <Bowl />
    </svg>
  );
}

function Flame() {
  return (
    <g className="lamp-scene__flame">
      <path d="M240 112c27 34 43 56 43 82a43 43 0 0 1-86 0c0-22 15-33 26-48 7-10 13-20 17-34Z" fill="var(--lamp-flame)" />
      <path d="M241 166c13 16 19 27 19 38a20 20 0 0 1-40 0c0-10 8-16 13-24 3-4 6-9 8-14Z" fill="var(--lamp-light)" />
      <path d="M240 214v26" stroke="#24332f" strokeWidth="5" strokeLinecap="round" />
    </g>
  );
}

function Bowl() {
  return (
    <g fill="url(#lamp-bronze)">
      <path d="M122 240h236c0 41-47 64-118 64s-118-23-118-64Z" />
      <path d="M224 300h32l7 74c1 10 16 17 40 22 8 2 9 12 0 14-40 9-86 9-126 0-9-2-8-12 0-14 24-5 39-12 40-22Z" />
      <ellipse cx="240" cy="240" rx="118" ry="13" fill="#7d8f87" />
      <ellipse cx="240" cy="240" rx="106" ry="9" fill="#c98f3c" />
      <ellipse cx="240" cy="239" rx="60" ry="5" fill="var(--lamp-flame)" />
      <ellipse cx="240" cy="340" rx="22" ry="5" fill="#5d6f68" />
    </g>
  );
}

/** A small lamp in outline for empty and broken pages; `lit` when there is good reason for an empty page. */
export function LampOutline({ lit }: { readonly lit: boolean }) {
  return (
    <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true" focusable="false">
      {lit && <circle cx="36" cy="24" r="22" fill="var(--lamp-light)" opacity="0.55" />}
      <path
        d="M36 8c6 8 9 13 9 18a9 9 0 0 1-18 0c0-5 3-7 5-10 2-2 3-5 4-8Z"
        fill={lit ? 'var(--lamp-flame)' : 'none'}
        stroke={lit ? 'none' : 'var(--paper-edge)'}
        strokeWidth="1.5"
        strokeDasharray={lit ? undefined : '3 3'}
      />
      <path
        d="M14 40h44c0 9-8 14-18 15l2 6c0 1 0 2-2 2h-8c-2 0-2-1-2-2l2-6c-10-1-18-6-18-15Z"
        fill="var(--paper-sheet)"
        stroke="var(--text-faint)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
