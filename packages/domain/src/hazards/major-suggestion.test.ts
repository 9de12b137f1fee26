import { describe, expect, it } from 'vitest';

import { hazardStages, suggestionStages } from './hazard.ts';
import { answerSuggestion, objectionToAnswer, type Suggested, suggest, suggestionSteps } from './major-suggestion.ts';
import { givenHazard, monday, people } from './testing/given-hazard.ts';

const suggestedAt = new Date('2026-02-02T01:00:00Z');

function givenSuggested(over: Parameters<typeof givenHazard>[0] = {}): Suggested {
  const suggested = suggest(givenHazard(over), ['WT10-3-1'], suggestedAt);
  if (suggested === null) throw new Error('nothing was suggested');
  return suggested;
}

describe('a suggestion that a hazard is major', () => {
  it('is owed an answer within 24 hours', () => {
    expect(givenSuggested()).toMatchObject({
      hazard: { suggestion: 'open', level: 'workshop' },
      suggestion: { criterionIds: ['WT10-3-1'], answerDueAt: new Date('2026-02-03T01:00:00Z') },
    });
  });

  it('is made of open hazards only, once, and not of what is major already', () => {
    const made = hazardStages.filter((stage) => suggest(givenHazard({ stage }), ['WT10-3-1'], suggestedAt) !== null);

    expect(made).toEqual(['reported', 'registered', 'assigned', 'rectifying', 'submitted']);
    expect(suggest(givenHazard({ suggestion: 'denied' }), ['WT10-3-1'], suggestedAt)).toBeNull();
    expect(suggest(givenHazard({ level: 'major' }), ['WT10-3-1'], suggestedAt)).toBeNull();
    expect(suggest(givenHazard(), [], suggestedAt)).toBeNull();
  });

  it('takes each answer only where it belongs', () => {
    const open = suggestionStages.map((stage) =>
      suggestionSteps.filter((step) => {
        const { hazard, suggestion } = givenSuggested();
        return objectionToAnswer({ hazard: { ...hazard, suggestion: stage }, suggestion }, step, { by: people.li, on: monday }) === null;
      }),
    );

    expect(Object.fromEntries(suggestionStages.map((stage, at) => [stage, open[at]]))).toEqual({
      none: [],
      open: ['confirm', 'proposeDenial'],
      denialProposed: ['confirm', 'countersign'],
      confirmed: [],
      denied: [],
    });
  });

  it('confirmed by name, makes the hazard major and opens its treatment', () => {
    const { hazard, suggestion } = answerSuggestion(givenSuggested({ stage: 'rectifying' }), 'confirm', { by: people.li, on: monday });

    expect(hazard).toMatchObject({ stage: 'rectifying', level: 'major', suggestion: 'confirmed', treatment: { confirmedById: people.li } });
    expect(suggestion).toMatchObject({ criterionIds: ['WT10-3-1'], decidedById: people.li, decidedOn: monday });
  });

  it('denied, needs a reason and a second signature; both names stay', () => {
    const proposed = answerSuggestion(givenSuggested(), 'proposeDenial', { by: people.li, on: monday, reason: '不属于承租单位' });

    expect(() => answerSuggestion(givenSuggested(), 'proposeDenial', { by: people.li, on: monday })).toThrow('hazards.reason_missing');
    expect(() => answerSuggestion(proposed, 'countersign', { by: people.li, on: monday })).toThrow('hazards.countersign_by_another');
    expect(answerSuggestion(proposed, 'countersign', { by: people.sun, on: monday })).toMatchObject({
      hazard: { suggestion: 'denied', level: 'workshop' },
      suggestion: { denialProposedById: people.li, denialReason: '不属于承租单位', decidedById: people.sun },
    });
  });

  it('is not answered any more once the hazard is closed or void', () => {
    const { hazard, suggestion } = givenSuggested();

    expect(objectionToAnswer({ hazard: { ...hazard, stage: 'void' }, suggestion }, 'confirm', { by: people.li, on: monday })).toBe(
      'hazards.wrong_stage',
    );
  });
});
