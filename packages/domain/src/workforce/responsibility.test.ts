import { describe, expect, it } from 'vitest';

import { answering } from './post.ts';
import { type Holding, whoAnswers } from './responsibility.ts';

const keeper: Holding = { personId: 'wang', post: 'pointKeeper', deputy: false, level: 0, away: false };
const names = (holdings: readonly Holding[]) => whoAnswers(holdings, answering)?.persons.map(({ personId }) => personId);

describe('responsibility', () => {
  it('lies with the keeper before anybody above', () => {
    expect(names([{ ...keeper, personId: 'head', post: 'firstResponsible' }, keeper])).toEqual(['wang']);
  });

  it('is shared by several who hold the same post', () => {
    const first = { ...keeper, post: 'firstResponsible' as const };

    expect(names([first, { ...first, personId: 'li' }])).toEqual(['wang', 'li']);
  });

  it('passes to the deputy while the keeper is away, and back', () => {
    const deputy = { ...keeper, personId: 'li', deputy: true };

    expect(whoAnswers([{ ...keeper, away: true }, deputy], answering)).toMatchObject({ standIn: true, persons: [{ personId: 'li' }] });
    expect(whoAnswers([keeper, deputy], answering)).toMatchObject({ standIn: false, persons: [{ personId: 'wang' }] });
  });

  it('stays with who is away when nobody stands in, or the deputy is away as well', () => {
    const away = { ...keeper, away: true };

    expect(names([away])).toEqual(['wang']);
    expect(names([away, { ...away, personId: 'li', deputy: true }])).toEqual(['wang']);
  });

  it('climbs to the parent only when nobody is appointed below', () => {
    const above: Holding = { personId: 'head', post: 'unitHead', deputy: false, level: 1, away: false };

    expect(whoAnswers([above], answering)).toMatchObject({ level: 1, post: 'unitHead' });
    expect(whoAnswers([above, { ...keeper, away: true }], answering)).toMatchObject({ level: 0 });
  });

  it('has no answer where nobody is appointed, or nobody to the post that is asked for', () => {
    expect(whoAnswers([], answering)).toBeNull();
    expect(whoAnswers([keeper], ['safetyOfficer'])).toBeNull();
  });
});
