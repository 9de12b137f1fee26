import { describe, expect, it } from 'vitest';

import { Refusal } from '../kernel/index.ts';
import { rungsOn } from './chase.ts';
import { type HeldPost, issuerOf } from './issuer.ts';
import { advanceLetter, isOverdue, type Letter, letterDueOn, letterStates, letterSteps } from './letter.ts';
import { letterTemplate } from './letter-template.ts';
import { refuseTemplate, renderLetter } from './render-letter.ts';

const sha = 'a'.repeat(64);
const letter = (over: Partial<Letter> = {}): Letter => ({ state: 'draft', personId: 'signer', issuerId: 'head', textSha256: sha, ...over });
const codeOf = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
};

describe('a letter', () => {
  it('takes in every state the steps that lead on from it and no other', () => {
    const able = { by: 'signer', sha256: sha, issuerSigned: true };
    const table = letterStates.map((state) => [
      state,
      letterSteps.flatMap((step) => {
        const by = step === 'assess' ? { ...able, by: 'head' } : able;
        const reached = codeOf(() => advanceLetter(letter({ state }), step, by));
        return reached === 'responsibilities.wrong_state' ? [] : [`${step} → ${String(reached)}`];
      }),
    ]);

    expect(Object.fromEntries(table)).toEqual({
      draft: ['issue → issued', 'supersede → superseded', 'expire → expired'],
      issued: ['sign → signed', 'supersede → superseded', 'expire → expired'],
      signed: ['assess → assessed', 'supersede → superseded', 'expire → expired'],
      assessed: ['supersede → superseded'],
      superseded: [],
      expired: [],
    });
  });

  it('is handed down by whoever has signed his own, and by the head of the whole group without anybody above', () => {
    expect(codeOf(() => advanceLetter(letter(), 'issue', { by: null, issuerSigned: false }))).toBe('responsibilities.issuer_unsigned');
    expect(codeOf(() => advanceLetter(letter({ issuerId: null }), 'issue', { by: null }))).toBe('issued');
  });

  it('is signed by the person named, of the very text that was read', () => {
    const issued = letter({ state: 'issued' });

    expect(codeOf(() => advanceLetter(issued, 'sign', { by: 'head', sha256: sha }))).toBe('responsibilities.not_own_letter');
    expect(codeOf(() => advanceLetter(issued, 'sign', { by: 'signer', sha256: 'b'.repeat(64) }))).toBe('responsibilities.text_changed');
    expect(codeOf(() => advanceLetter(issued, 'sign', { by: 'signer' }))).toBe('responsibilities.text_changed');
  });

  it('is assessed by somebody else', () => {
    expect(codeOf(() => advanceLetter(letter({ state: 'signed' }), 'assess', { by: 'signer' }))).toBe('responsibilities.own_assessment');
  });

  it('is due with the year’s, or fifteen natural days after joining or moving, the first day not counted', () => {
    const owing = { owedFrom: '2026-02-03', signByOn: '2026-01-31', letterDays: 15 };

    expect(letterDueOn({ ...owing, cause: 'campaign' })).toBe('2026-01-31');
    expect(letterDueOn({ ...owing, cause: 'moved' })).toBe('2026-02-18');
    expect(letterDueOn({ ...owing, cause: 'joined', owedFrom: '2026-02-14' })).toBe('2026-03-01');
    const overdue = (today: string) => isOverdue({ state: 'issued', dueOn: '2026-02-18' }, today);
    expect([overdue('2026-02-17'), overdue('2026-02-18'), overdue('2026-02-19')]).toEqual([false, false, true]);
    expect(isOverdue({ state: 'signed', dueOn: '2026-02-18' }, '2026-03-01')).toBe(false);
  });

  it('is chased beforehand, at once, and upwards, each from its very day on', () => {
    const days = { remind: 3, unitHead: 3, parent: 7 };
    const reached = ['2026-02-14', '2026-02-15', '2026-02-18', '2026-02-19', '2026-02-21', '2026-02-24', '2026-02-25'];

    expect(reached.map((today) => rungsOn('2026-02-18', today, days).at(-1) ?? null)).toEqual([
      null,
      'remind',
      'remind',
      'overdue',
      'unitHead',
      'unitHead',
      'parent',
    ]);
  });
});

describe('who stands above', () => {
  const held = (personId: string, post: HeldPost['post'], [lo, hi]: readonly [number, number], since = '2025-01-01'): HeldPost => ({
    appointmentId: null,
    personId,
    post,
    unitId: `u${lo}`,
    lo,
    hi,
    since,
  });
  const group = { lo: 1, hi: 99, held: [held('chairman', 'firstResponsible', [1, 99]), held('manager', 'unitHead', [1, 99])] };
  const mill = { lo: 10, hi: 19, held: [held('mill', 'unitHead', [10, 19])] };
  const shop = { lo: 12, hi: 15, held: [] };
  const team = { lo: 13, hi: 13, held: [held('leader', 'teamLeader', [13, 13]), held('older', 'teamLeader', [13, 13], '2024-01-01')] };
  const upwards = [team, shop, mill, group];

  it('is the head of the own unit, of a head the next one up, and nobody above the first', () => {
    const issuer = (signer: HeldPost, path = upwards) => issuerOf(signer, path)?.personId ?? null;

    expect(issuer(held('worker', 'staff', [13, 13]))).toBe('older');
    expect(issuer(held('leader', 'teamLeader', [13, 13]))).toBe('mill');
    expect(issuer(held('mill', 'unitHead', [10, 19]), [mill, group])).toBe('chairman');
    expect(issuer(held('manager', 'unitHead', [1, 99]), [group])).toBe('chairman');
    expect(issuer(held('chairman', 'firstResponsible', [1, 99]), [group])).toBeNull();
    expect(issuer(held('officer', 'safetyOfficer', [12, 15]), [shop, mill, group])).toBe('mill');
  });
});

describe('the text', () => {
  const facts = { year: '2026', unit: '一班', post: '员工', person: '钱工', issuer: '赵班长', issuerPost: '班组长', signBy: '2026-01-31' };

  it('is filled in once, whatever is in the names, and lists the duties with what they are judged by', () => {
    const duties = [
      { text: '遵守规程', standard: '无违章' },
      { text: '报告隐患', standard: null },
    ];

    expect(renderLetter('{year}\r\n{unit}{person}\n{duties}', { ...facts, person: '{post}', duties })).toBe(
      '2026\n一班{post}\n1．遵守规程（无违章）\n2．报告隐患',
    );
  });

  it('as shipped knows all that it names; another one is refused for what it cannot fill in or leaves out', () => {
    expect(codeOf(() => refuseTemplate(letterTemplate))).toBeUndefined();
    expect(renderLetter(letterTemplate, { ...facts, duties: [] })).not.toMatch(/[{}]/);
    expect(codeOf(() => refuseTemplate(`${letterTemplate}{salary}`))).toBe('responsibilities.placeholder_unknown');
    expect(codeOf(() => refuseTemplate(letterTemplate.replaceAll('{person}', '')))).toBe('responsibilities.placeholder_missing');
  });
});
