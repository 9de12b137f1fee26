import { expect, test } from 'vitest';

import { contrast } from './contrast.ts';
import { action, ink, lamp, paper, risk, text, tone } from './tokens.ts';

const readable: readonly (readonly [string, string, string])[] = [
  ...Object.entries(text).flatMap(([name, colour]) =>
    [paper.ground, paper.sheet].map((ground) => [`text.${name}`, colour, ground] as const),
  ),
  ...[ink.text, ink.quiet, ink.bright, lamp.flame, lamp.light].flatMap((colour) =>
    [ink.deep, ink.raised].map((ground) => ['on ink', colour, ground] as const),
  ),
  ...[paper.sheet, paper.ground, action.tint].map((ground) => ['action.base', action.base, ground] as const),
  ...[action.base, action.hover, action.pressed].map((ground) => ['action.on', action.on, ground] as const),
  ...Object.entries(risk).flatMap(([name, { solid, on, tint, text: word }]) => [
    [`risk.${name} solid`, on, solid] as const,
    [`risk.${name} tint`, word, tint] as const,
    [`risk.${name} on paper`, word, paper.ground] as const,
  ]),
  ...Object.entries(tone).flatMap(([name, { text: word, tint, solid }]) => [
    [`tone.${name} tint`, word, tint] as const,
    [`tone.${name} on paper`, word, paper.ground] as const,
    [`tone.${name} solid`, '#ffffff', solid] as const,
  ]),
];

test.each(readable)('%s (%s on %s) can be read', (_name, colour, ground) => {
  expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
});

test('the edge of a control is seen on every ground', () => {
  for (const ground of [paper.sheet, paper.ground]) expect(contrast(paper.edge, ground)).toBeGreaterThanOrEqual(3);
});

test('black on white is the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
