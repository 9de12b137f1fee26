import { describe, expect, it } from 'vitest';

import {
  askExtension,
  decideExtension,
  type Extension,
  objectionToAskingExtension,
  objectionToWithdrawingExtension,
  requestStages,
  withdrawExtension,
} from './extension.ts';
import { hazardStages } from './hazard.ts';
import { givenHazard, monday, people } from './testing/given-hazard.ts';
import { askVoid, decideVoid, objectionToAskingVoid, objectionToWithdrawingVoid, type Voiding, withdrawVoid } from './voiding.ts';

const rectifying = givenHazard({ stage: 'rectifying' });
const asking = { by: people.wang, on: monday, toOn: '2026-02-20', reason: '配件未到', latestDueOn: null };
const extension = askExtension({ hazard: rectifying, last: null }, asking);
const voiding = askVoid(
  { hazard: rectifying, last: null },
  { by: people.wang, on: monday, kind: 'falseAlarm', reason: '看错了', duplicateOfId: null },
);
const who = { by: people.wang, on: '2026-02-03' };
const whoIs = (taker: 'asker' | 'decider' | 'colleague') => ({
  ...who,
  by: { asker: people.wang, decider: people.sun, colleague: people.li }[taker],
});
const open = ['reported', 'registered', 'assigned', 'rectifying', 'submitted'];

const taken = ['asker', 'decider', 'colleague'] as const;
const every = hazardStages.flatMap((stage) => requestStages.flatMap((request) => taken.map((taker) => ({ stage, request, taker }))));
const expected = ({ stage, request, taker }: (typeof every)[number]) => {
  if (request !== 'asked') return 'hazards.request_decided';
  if (!open.includes(stage)) return 'hazards.wrong_stage';
  return taker === 'asker' ? null : 'hazards.not_own_request';
};

describe('a request is taken back by who asked while it is undecided and the hazard is open, by nobody else and at no other time', () => {
  it.each(every)('an extension that is $request of a hazard that is $stage, by the $taker', ({ stage, request, taker }) => {
    const held = { hazard: givenHazard({ stage }), extension: { ...extension, stage: request } satisfies Extension };
    const refused = expected({ stage, request, taker });
    const taking = whoIs(taker);

    expect(objectionToWithdrawingExtension(held, taking)).toBe(refused);
    if (refused === null)
      expect(withdrawExtension(held, taking)).toEqual({ ...extension, stage: 'withdrawn', decidedById: taking.by, decidedOn: taking.on });
    else expect(() => withdrawExtension(held, taking)).toThrow(refused);
  });

  it.each(every)('a request to void that is $request of a hazard that is $stage, by the $taker', ({ stage, request, taker }) => {
    const held = { hazard: givenHazard({ stage }), voiding: { ...voiding, stage: request } satisfies Voiding };
    const refused = expected({ stage, request, taker });
    const taking = whoIs(taker);

    expect(objectionToWithdrawingVoid(held, taking)).toBe(refused);
    if (refused === null)
      expect(withdrawVoid(held, taking)).toEqual({ ...voiding, stage: 'withdrawn', decidedById: taking.by, decidedOn: taking.on });
    else expect(() => withdrawVoid(held, taking)).toThrow(refused);
  });
});

it('an extension of an earlier round is over with its deadline', () => {
  const again = givenHazard({ stage: 'assigned', plan: { ...rectifying.plan, dueOn: '2026-03-10' } });

  expect(objectionToWithdrawingExtension({ hazard: again, extension }, who)).toBe('hazards.wrong_stage');
});

it('what was taken back is not decided any more, and may be asked for again', () => {
  const [noExtension, noVoiding] = [
    withdrawExtension({ hazard: rectifying, extension }, who),
    withdrawVoid({ hazard: rectifying, voiding }, who),
  ];
  const decision = { by: people.sun, on: '2026-02-04', oneLevelUp: true, byGroup: true, granted: true };

  expect(() => decideExtension({ hazard: rectifying, extension: noExtension }, decision)).toThrow('hazards.request_decided');
  expect(() => decideVoid({ hazard: rectifying, voiding: noVoiding }, decision)).toThrow('hazards.request_decided');
  expect(objectionToAskingExtension({ hazard: rectifying, last: noExtension }, asking)).toBeNull();
  expect(objectionToAskingVoid({ hazard: rectifying, last: noVoiding })).toBeNull();
});
