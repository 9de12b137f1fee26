import {
  commitmentOf,
  defaultLookBack,
  drawFrom,
  type LookBackRules,
  sampledStrata,
  stratumResults,
  trueClosureShare,
} from '@changming/domain/hazards';
import { periodNamed, refuse } from '@changming/domain/kernel';
import { within } from '@changming/database';

import { query, type Reading } from '../context.ts';
import { rangesOf } from '../units/index.ts';
import { closuresOf, hash } from './draws.ts';
import { toLookBack } from './look-backs.ts';

/** 抽查公示: each month with its commitment, and once drawn its seed and, of the caller's branches, what was drawn from how many. */
export const listDraws = query({
  permission: 'hazards.read',
  async run({ tx, scope }) {
    const draws = await tx
      .selectFrom('hazard_draws')
      .select(['month', 'commitment', 'published_on as publishedOn', 'seed', 'drawn_on as drawnOn', 'strata'])
      .orderBy('month', 'desc')
      .limit(60)
      .execute();
    const units = await tx
      .selectFrom('units')
      .select('id')
      .where((eb) => within(eb.ref('lo'), scope))
      .execute();
    const seen = new Set(units.map(({ id }) => id));
    const items = draws.map(({ strata, ...draw }) => ({
      ...draw,
      strata: (strata ?? []).filter(({ stratum }) => seen.has(stratum.slice(0, 36))),
    }));
    return { items };
  },
});

export type DrawCheck = {
  readonly month: string;
  readonly commitment: string;
  readonly seed: string;
  readonly strata: number;
  readonly closures: number;
  readonly drawn: number;
  /** Strata whose drawing comes out otherwise from the published seed. Empty when the draw was honest. */
  readonly differences: readonly string[];
};

/** Draws a month again from its published seed, and compares with what was drawn then. */
export const verifyDraw = query({
  permission: 'hazards.drawLookBacks',
  async run({ tx }, { month }: { month: string }): Promise<DrawCheck> {
    if (periodNamed(month) === null || month.length !== 7) refuse('invalid', 'hazards.no_such_month', { month });
    const draw = await tx.selectFrom('hazard_draws').selectAll().where('month', '=', month).executeTakeFirst();
    if (draw === undefined) refuse('missing', 'hazards.no_such_month', { month });
    const { seed, commitment } = draw;
    if (seed === null) refuse('conflict', 'hazards.month_not_over', { month });
    if (commitmentOf(seed, hash) !== commitment) refuse('conflict', 'hazards.seed_mismatch', { month });
    const then = new Map((draw.strata ?? []).map((each) => [each.stratum, each]));
    const again = [...sampledStrata(await closuresOf(tx, month), month)].map(([stratum, members]) => ({
      stratum,
      drawn: drawFrom(members, { seed, ...sampledBy(then.get(stratum)) }, hash).map(({ hazardId }) => hazardId),
      closures: members.length,
    }));
    const differs = again.filter((each) => !isSame(each, then.get(each.stratum)));
    const lost = [...then.keys()].filter((stratum) => !again.some((each) => each.stratum === stratum));
    return {
      month,
      commitment,
      seed,
      strata: again.length,
      closures: again.reduce((sum, { closures }) => sum + closures, 0),
      drawn: again.reduce((sum, { drawn }) => sum + drawn.length, 0),
      differences: [...differs.map(({ stratum }) => stratum), ...lost],
    };
  },
});

/** The rule a stratum was drawn by stands beside it: what a unit asks for later changes no drawing of the past. */
function sampledBy({ share, atLeast }: Partial<Pick<LookBackRules, 'share' | 'atLeast'>> = {}) {
  return { share: share ?? defaultLookBack.share, atLeast: atLeast ?? defaultLookBack.atLeast };
}

type Stratum = { readonly closures: number; readonly drawn: readonly string[] };

function isSame(one: Stratum, other: Stratum | undefined): boolean {
  return JSON.stringify([one.closures, one.drawn]) === JSON.stringify([other?.closures, other?.drawn]);
}

type Asked = { readonly period: string; readonly unitId?: string | undefined; readonly withBelow: boolean };

/** 真实销号率 of a branch over the closings of a period, with its interval (rule book 3.6). */
export const readTrueClosure = query({
  permission: 'hazards.read',
  async run(work: Reading, asked: Asked) {
    const { tx } = work;
    const period = periodNamed(asked.period) ?? refuse('invalid', 'hazards.no_such_month', { month: asked.period });
    const ranges = await rangesOf(work, asked);
    const rows = await tx
      .selectFrom('hazard_closings as c')
      .leftJoin('hazard_look_backs as l', (join) => join.onRef('l.hazard_id', '=', 'c.hazard_id').onRef('l.round', '=', 'c.round'))
      .select(['c.hazard_id as hazardId', 'c.round', 'c.unit_id as unitId', 'c.level', 'c.source', 'c.origin', 'c.closed_on as closedOn'])
      .select((eb) => eb.fn.toJson('l').as('lookBack'))
      .where((eb) => within(eb.ref('c.unit_pos'), ranges))
      .where('c.closed_on', '>=', period.from)
      .where('c.closed_on', '<', period.until)
      .execute();
    const lookBacks = rows.flatMap(({ lookBack }) => (lookBack === null ? [] : [toLookBack(lookBack as never)]));
    const results = stratumResults(rows, lookBacks);
    return { period: asked.period, ...trueClosureShare([...results.values()]) };
  },
});
