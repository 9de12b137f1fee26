import { describe, expect, it } from 'vitest';

import {
  advance,
  awaitsGrading,
  caseStates,
  type CaseState,
  type CaseStep,
  caseSteps,
  classFits,
  dangerReasons,
  defaultIncidentRules as rules,
  type Degree,
  gateStandings,
  type GradeFacts,
  injuryCode,
  investigationDueOn,
  investigationLevelOf,
  legacyTypes,
  missingChapters,
  objection,
  objectionToGrade,
  objectionsToClosing,
  presentTypeOf,
  presentTypes,
  presentTypesOf,
  type Proofs,
  suggestClass,
  suggestGrade,
  supplementUntil,
  totalLoss,
  typeCode,
  typesOn,
  countsOf,
} from './index.ts';

const nothing: GradeFacts = {
  deaths: 0,
  serious: 0,
  missing: 0,
  lossFen: 0,
  specialClass: null,
  specialTriggers: [],
  evacuated: 0,
};
const yuan = 100;
const gradeBy = (facts: Partial<GradeFacts>) => suggestGrade({ ...nothing, ...facts }, rules).grade;

describe('the grade that facts suggest', () => {
  it.each([
    [0, 'none'],
    [1, 'ordinary'],
    [2, 'ordinary'],
    [3, 'larger'],
    [9, 'larger'],
    [10, 'major'],
    [29, 'major'],
    [30, 'extraordinary'],
  ] as const)('%i deaths are %s', (deaths, grade) => {
    expect(gradeBy({ deaths })).toBe(grade);
  });

  it.each([
    [1, 'ordinary'],
    [9, 'ordinary'],
    [10, 'larger'],
    [49, 'larger'],
    [50, 'major'],
    [99, 'major'],
    [100, 'extraordinary'],
  ] as const)('%i serious injuries are %s', (serious, grade) => {
    expect(gradeBy({ serious })).toBe(grade);
  });

  it.each([
    [1_000_000 * yuan - 1, 'none'],
    [1_000_000 * yuan, 'ordinary'],
    [10_000_000 * yuan - 1, 'ordinary'],
    [10_000_000 * yuan, 'larger'],
    [50_000_000 * yuan - 1, 'larger'],
    [50_000_000 * yuan, 'major'],
    [100_000_000 * yuan - 1, 'major'],
    [100_000_000 * yuan, 'extraordinary'],
  ] as const)('a loss of %i fen is %s', (lossFen, grade) => {
    expect(gradeBy({ lossFen })).toBe(grade);
  });

  it('is the highest that any of the three reaches, and never falls when one of them grows', () => {
    expect(gradeBy({ deaths: 1, serious: 50, lossFen: 10_000_000 * yuan })).toBe('major');
    const order = ['none', 'ordinary', 'larger', 'major', 'extraordinary'];
    const ranks = (key: 'deaths' | 'serious' | 'missing') => Array.from({ length: 120 }, (_, n) => order.indexOf(gradeBy({ [key]: n })));
    for (const key of ['deaths', 'serious', 'missing'] as const) expect(ranks(key)).toEqual(ranks(key).toSorted((a, b) => a - b));
  });

  it('counts the missing as dead for as long as they are, and says that it is provisional', () => {
    expect(suggestGrade({ ...nothing, deaths: 2, missing: 1 }, rules)).toEqual({ grade: 'larger', provisional: true });
    expect(suggestGrade({ ...nothing, deaths: 2 }, rules)).toEqual({ grade: 'ordinary', provisional: false });
  });

  it.each([
    ['boiler', 'explosion', 0, 'larger'],
    ['pressureVessel', 'explosion', 0, 'larger'],
    ['pressurePipe', 'explosion', 0, 'larger'],
    ['lift', 'explosion', 0, 'none'],
    ['crane', 'craneOverturned', 0, 'larger'],
    ['crane', 'craneBroken', 0, 'ordinary'],
    ['boiler', 'craneBroken', 0, 'none'],
    ['lift', 'liftTrapped', 0, 'ordinary'],
    ['crane', 'liftTrapped', 0, 'none'],
    ['pressureVessel', 'toxicLeak', 499, 'none'],
    ['pressureVessel', 'toxicLeak', 500, 'ordinary'],
    ['pressurePipe', 'toxicLeak', 9_999, 'ordinary'],
    ['pressurePipe', 'toxicLeak', 10_000, 'larger'],
    ['pressurePipe', 'toxicLeak', 50_000, 'major'],
    ['pressurePipe', 'toxicLeak', 149_999, 'major'],
    ['pressurePipe', 'toxicLeak', 150_000, 'extraordinary'],
    ['boiler', 'toxicLeak', 150_000, 'none'],
  ] as const)('%s with %s and %i evacuated is %s', (specialClass, trigger, evacuated, grade) => {
    expect(gradeBy({ specialClass, specialTriggers: [trigger], evacuated })).toBe(grade);
  });

  it('special equipment begins at a loss of ten thousand, and triggers only ever raise a grade', () => {
    expect(gradeBy({ specialClass: 'lift', lossFen: 10_000 * yuan - 1 })).toBe('none');
    expect(gradeBy({ specialClass: 'lift', lossFen: 10_000 * yuan })).toBe('ordinary');
    expect(gradeBy({ specialClass: 'crane', specialTriggers: ['craneBroken'], deaths: 10 })).toBe('major');
  });
});

describe('an event that was dangerous', () => {
  const quiet = { atRisk: 0, trapped: 0, missing: 0, evacuated: 0, dangers: [] } as const;

  it('is so from ten at risk, three trapped or missing, five hundred evacuated, or by what cannot be counted', () => {
    expect(dangerReasons({ ...quiet, atRisk: 9, trapped: 1, missing: 1, evacuated: 499 }, rules)).toEqual([]);
    expect(dangerReasons({ ...quiet, atRisk: 10, trapped: 2, missing: 1, evacuated: 500 }, rules)).toEqual([
      'atRisk',
      'trapped',
      'evacuated',
    ]);
    expect(dangerReasons({ ...quiet, dangers: ['importantPlace'] }, rules)).toEqual(['importantPlace']);
  });
});

describe('the class below the scale', () => {
  const below = { grade: 'none', minor: 0, firstAid: 0, fire: false, lossFen: 0 } as const;

  it('is the gravest that applies', () => {
    expect(suggestClass(below)).toBe('nearMiss');
    expect(suggestClass({ ...below, firstAid: 1 })).toBe('firstAid');
    expect(suggestClass({ ...below, firstAid: 1, lossFen: 1 })).toBe('property');
    expect(suggestClass({ ...below, fire: true, lossFen: 1 })).toBe('realFire');
    expect(suggestClass({ ...below, fire: true, minor: 1 })).toBe('minorInjury');
    expect(suggestClass({ ...below, grade: 'ordinary', minor: 1 })).toBe('statutory');
  });

  it('is statutory exactly when there is a grade', () => {
    expect([classFits('statutory', 'none'), classFits('nearMiss', 'ordinary')]).toEqual([false, false]);
    expect([classFits('statutory', 'ordinary'), classFits('nearMiss', 'none')]).toEqual([true, true]);
  });
});

describe('types', () => {
  it('are those of the edition in force on the day of the event', () => {
    expect(typesOn('2026-06-30')).toEqual(legacyTypes);
    expect(typesOn('2026-07-01')).toEqual(presentTypes);
    expect([legacyTypes.length, presentTypes.length]).toEqual([20, 27]);
  });

  it('have codes of their number, 其他 being 99; types of the edition before have none', () => {
    expect([typeCode('machinery'), typeCode('leak'), typeCode('other'), typeCode('oldOther')]).toEqual([
      'WSA10004',
      'WSA10026',
      'WSA10099',
      null,
    ]);
    expect(new Set(presentTypes.map(typeCode)).size).toBe(27);
  });

  it('are told across years by what they are today, where that need not be asked', () => {
    expect(presentTypeOf('oldMachinery')).toBe('machinery');
    expect(presentTypeOf('oldBoilerExplosion')).toBe('vesselExplosion');
    expect(presentTypeOf('oldVehicle')).toBeNull();
    expect(presentTypesOf('oldPoisoningSuffocation')).toEqual(['poisoning', 'suffocation']);
    expect(presentTypeOf('fire')).toBe('fire');
  });

  it('say how badly people were hurt in the event as a whole', () => {
    const hurt = { deaths: 0, serious: 0, minor: 0 };
    expect([hurt, { ...hurt, minor: 2 }, { ...hurt, minor: 2, serious: 1 }, { deaths: 1, serious: 1, minor: 2 }].map(injuryCode)).toEqual([
      'WSA20001',
      'WSA20002',
      'WSA20003',
      'WSA20004',
    ]);
  });
});

describe('casualties', () => {
  const said = (casualtyId: string, degree: Degree, onDay: string) => ({ casualtyId, degree, onDay });

  it('are counted by the latest day that was said of each; of one day by what was said last', () => {
    const facts = [
      said('a', 'serious', '2026-01-01'),
      said('b', 'missing', '2026-01-01'),
      said('a', 'death', '2026-01-20'),
      said('b', 'minor', '2026-01-01'),
      said('a', 'serious', '2026-01-02'),
      said('c', 'acutePoisoning', '2026-01-01'),
      said('d', 'minor', '2026-01-01'),
      said('d', 'none', '2026-01-01'),
    ];

    expect(countsOf(facts)).toEqual({ deaths: 1, serious: 1, minor: 1, missing: 0 });
    expect(countsOf(facts, '2026-01-19')).toEqual({ deaths: 0, serious: 2, minor: 1, missing: 0 });
  });

  it('that are learnt late are not hidden by what was said of later days: a death, or that nothing happened', () => {
    const facts = [said('a', 'serious', '2026-01-06'), said('a', 'death', '2026-01-05'), said('b', 'death', '2026-01-09')];

    expect(countsOf(facts)).toEqual({ deaths: 2, serious: 0, minor: 0, missing: 0 });
    expect(countsOf([...facts, said('b', 'none', '2026-01-01')])).toMatchObject({ deaths: 1 });
    expect(countsOf([...facts, said('a', 'serious', '2026-01-06')])).toMatchObject({ deaths: 1, serious: 1 });
  });

  it('change the grade for thirty days, for seven after a fire and on the road', () => {
    const happened = { occurredOn: '2026-01-01', fire: false, roadTraffic: false };
    expect(supplementUntil(happened, rules)).toBe('2026-01-31');
    expect(supplementUntil({ ...happened, fire: true }, rules)).toBe('2026-01-08');
    expect(supplementUntil({ ...happened, roadTraffic: true }, rules)).toBe('2026-01-08');
  });

  it('that happen on the last day of the window count for the grade, a day later they do not', () => {
    const until = supplementUntil({ occurredOn: '2026-01-01', fire: false, roadTraffic: false }, rules);
    const graded = (onDay: string) => gradeBy(countsOf([said('a', 'death', onDay)], until));
    expect([graded('2026-01-30'), graded('2026-01-31'), graded('2026-02-01')]).toEqual(['ordinary', 'ordinary', 'none']);
  });
});

it('the direct loss is the sum of its five parts', () => {
  expect(totalLoss({ ed1: 1, ed2: 20, ed3: 300, ed4: 4_000, ed5: 50_000 })).toBe(54_321);
});

describe('deciding on a grade', () => {
  const asked = {
    grade: 'ordinary',
    eventClass: 'statutory',
    suggested: 'ordinary',
    supplementUntil: '2026-01-31',
    today: '2026-01-31',
    mayLower: false,
  } as const;

  it('follows the facts or goes above them; below them only headquarters go', () => {
    expect(objectionToGrade(asked)).toBeNull();
    expect(objectionToGrade({ ...asked, grade: 'larger' })).toBeNull();
    expect(objectionToGrade({ ...asked, suggested: 'larger' })).toBe('incidents.grade_below_facts');
    expect(objectionToGrade({ ...asked, suggested: 'larger', mayLower: true })).toBeNull();
    expect(objectionToGrade({ ...asked, eventClass: 'nearMiss' })).toBe('incidents.class_contradicts_grade');
  });

  it('is bound to the facts of the window once that is over', () => {
    expect(objectionToGrade({ ...asked, grade: 'larger', today: '2026-02-01', mayLower: true })).toBe('incidents.window_over');
    expect(objectionToGrade({ ...asked, today: '2026-02-01' })).toBeNull();
  });

  it('is awaited until somebody has decided, and again when the facts suggest something else', () => {
    const facts = (suggested: 'none' | 'ordinary') => ({ kind: 'facts', suggested, grade: 'none' }) as const;
    const decided = { kind: 'decided', suggested: 'none', grade: 'none' } as const;
    expect(awaitsGrading([facts('none')])).toBe(true);
    expect(awaitsGrading([facts('none'), decided])).toBe(false);
    expect(awaitsGrading([facts('none'), decided, facts('none')])).toBe(false);
    expect(awaitsGrading([facts('none'), decided, facts('ordinary')])).toBe(true);
  });
});

describe('the investigation', () => {
  const harm = { deaths: 0, serious: 0, minor: 0, missing: 0 };

  it('is led by the level that the grade calls for; 一般 without casualties and all below may be by the enterprise', () => {
    expect(investigationLevelOf({ ...harm, grade: 'none' })).toBe('enterprise');
    expect(investigationLevelOf({ ...harm, grade: 'ordinary' })).toBe('enterprise');
    for (const some of ['deaths', 'serious', 'minor', 'missing'] as const)
      expect(investigationLevelOf({ ...harm, grade: 'ordinary', [some]: 1 })).toBe('county');
    expect(investigationLevelOf({ ...harm, grade: 'none', minor: 1 })).toBe('enterprise');
    expect(investigationLevelOf({ ...harm, grade: 'larger' })).toBe('city');
    expect(investigationLevelOf({ ...harm, grade: 'major' })).toBe('province');
    expect(investigationLevelOf({ ...harm, grade: 'extraordinary' })).toBe('state');
  });

  it('reports in sixty days, longer by an extension and by days of appraisal, in fifteen or thirty below the scale', () => {
    const timed = { occurredOn: '2026-01-01', grade: 'ordinary', eventClass: 'statutory', appraisalDays: 0, extendedDays: 0 } as const;
    expect(investigationDueOn(timed, rules)).toBe('2026-03-02');
    expect(investigationDueOn({ ...timed, extendedDays: 60, appraisalDays: 10 }, rules)).toBe('2026-05-11');
    expect(investigationDueOn({ ...timed, grade: 'none', eventClass: 'nearMiss' }, rules)).toBe('2026-01-16');
    expect(investigationDueOn({ ...timed, grade: 'none', eventClass: 'realFire' }, rules)).toBe('2026-01-31');
  });

  it('has six chapters on the scale and three below it', () => {
    expect(missingChapters({}, 'ordinary')).toHaveLength(6);
    expect(missingChapters({ course: '甲', causes: '乙', measures: ' ' }, 'none')).toEqual(['measures']);
  });
});

describe('the case', () => {
  const allowed: Readonly<Record<CaseStep, readonly CaseState[]>> = {
    confirm: ['reported'],
    takeUp: ['cancelledDuplicate', 'reclassifiedNonProduction'],
    reportExternally: ['confirmed'],
    investigate: ['confirmed', 'reportedExternally', 'reopened'],
    submit: ['investigating'],
    sendBack: ['reportSubmitted'],
    approve: ['reportSubmitted'],
    rectify: ['approved'],
    checkGates: ['approved', 'rectifying'],
    close: ['fourGates'],
    reopen: ['closed', 'cancelledDuplicate', 'reclassifiedNonProduction'],
    cancelDuplicate: caseStates.filter((state) => !['closed', 'cancelledDuplicate', 'reclassifiedNonProduction'].includes(state)),
    reclassify: caseStates.filter((state) => !['closed', 'cancelledDuplicate', 'reclassifiedNonProduction'].includes(state)),
  };

  it.each(caseSteps)('%s is taken from exactly the states it may be taken from', (step) => {
    for (const state of caseStates) {
      const fits = allowed[step].includes(state);
      expect([state, objection(state, step)]).toEqual([state, fits ? null : 'incidents.wrong_state']);
      if (fits) expect(() => advance(state, step)).not.toThrow();
      else expect(() => advance(state, step)).toThrow('incidents.wrong_state');
    }
  });

  it('is closed by one step alone, from the check of the four gates', () => {
    const closing = caseSteps.filter((step) =>
      caseStates.some((state) => objection(state, step) === null && advance(state, step) === 'closed'),
    );
    expect(closing).toEqual(['close']);
  });
});

describe('the four gates', () => {
  const proven: Proofs = {
    investigation: { approved: true, directCause: '甲', indirectCauses: [{ factor: 'management', text: '乙' }], nobodyToHandle: null },
    handlings: [{ executed: true }],
    measures: { done: 1, open: 0 },
    educated: 3,
  };
  const all = ['causeFound', 'personHandled', 'measuresDone', 'peopleEducated'] as const;
  const closing = (proofs: Partial<Proofs>, confirmed: readonly (typeof all)[number][] = all) =>
    objectionsToClosing(gateStandings({ ...proven, ...proofs }, confirmed)).map(({ code }) => code);

  it('let a case go when all are proven by records and confirmed by a person', () => {
    expect(closing({})).toEqual([]);
  });

  it.each([
    ['cause_not_approved', { investigation: null }],
    ['handling_not_executed', { handlings: [{ executed: true }, { executed: false }] }],
    ['nobody_handled', { handlings: [] }],
    ['measures_open', { measures: { done: 1, open: 1 } }],
    ['no_measures', { measures: { done: 0, open: 0 } }],
    ['nobody_educated', { educated: 0 }],
  ] as const)('refuse with exactly what is missing: %s', (code, proofs) => {
    expect(closing(proofs)).toEqual([`incidents.${code}`]);
  });

  it('ask for direct and indirect causes of an approved report', () => {
    const of = (given: object) =>
      closing({ investigation: { approved: true, directCause: '甲', indirectCauses: [], nobodyToHandle: null, ...given } });
    expect(of({ approved: false })).toEqual(['incidents.cause_not_approved']);
    expect(of({})).toEqual(['incidents.cause_incomplete']);
    expect(of({ directCause: null, indirectCauses: [{ factor: 'human', text: '乙' }] })).toEqual(['incidents.cause_incomplete']);
  });

  it('let nobody be handled where it is said why', () => {
    expect(
      closing({
        handlings: [],
        investigation: {
          ...proven.investigation,
          approved: true,
          directCause: '甲',
          indirectCauses: [{ factor: 'human', text: '乙' }],
          nobodyToHandle: '无人违规',
        },
      }),
    ).toEqual([]);
  });

  it.each([
    ['causeFound', 'cause_unconfirmed'],
    ['personHandled', 'handling_unconfirmed'],
    ['measuresDone', 'measures_unconfirmed'],
    ['peopleEducated', 'education_unconfirmed'],
  ] as const)('%s that nobody confirmed says so', (gate, code) => {
    expect(
      closing(
        {},
        all.filter((each) => each !== gate),
      ),
    ).toEqual([`incidents.${code}`]);
  });
});
