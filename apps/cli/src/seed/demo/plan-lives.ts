import { type Random, randomFrom } from '../random.ts';
import type { Cast } from './cast.ts';
import type { MadePoint } from './make-points.ts';
import { isExemplary, isSlack } from './tempers.ts';
import { type Fate, fateOf, majorTale, planted } from './stories.ts';
import { type Tale, talesOf } from './tales.ts';

/** One hazard of the demo before it happens: where, when, who, and how far it will come. */
export type Life = {
  readonly cast: Cast;
  readonly tale: Tale;
  readonly point?: MadePoint | undefined;
  readonly at: Date;
  /** Which picture of the place: the same for all photos of this hazard. */
  readonly scene: number;
  readonly fate: Fate;
  /** Its own, so that many lives can be told at once and come out the same. */
  readonly random: Random;
  /** 旧照片: shows the photo after of this other hazard as its own. */
  readonly shows?: Life;
};

const day = 86_400_000;
const days = 270;
const howMany = 104;
const reuses = 6;

type Planning = { readonly random: Random; readonly casts: readonly Cast[]; readonly points: readonly MadePoint[]; readonly today: number };

/** Nine months of hazards in the order of their finding, some of them handed in with a photo of another one. */
export function planLives({ random, casts, points, today }: Planning): Life[] {
  const drawn = Array.from({ length: howMany }, () => 1 + Math.floor(random.next() ** 1.4 * days));
  const fates = [
    ...drawn.map((daysAgo) => ({ daysAgo, fate: fateOf(random, daysAgo), drawn: true })),
    ...planted.map((each) => ({ ...each, drawn: false })),
  ];
  const lives = fates.map(({ daysAgo, fate: thought, drawn: free }, scene) => {
    const cast = random.pick(casts);
    const fate = free ? temper(thought, cast, scene) : thought;
    const at = new Date(Math.floor((today - daysAgo * day) / day) * day + random.between(60, 240) * 60_000);
    const byPlate = fate === 'anonymous' || random.chance(0.6);
    const tale = random.pick(talesOf(cast.workshop.unit.name).filter((each) => fate !== 'anonymous' || each.point !== undefined));
    const point = byPlate ? pointOf(points, { cast, tale }) : undefined;
    return { cast, tale, point, at, scene, fate, random: randomFrom(random.between(1, 1_000_000_000)) };
  });
  return withReuses([...lives, ...majors(random, casts, today)].toSorted((a, b) => a.at.getTime() - b.at.getTime()));
}

/** The plate at which it is found, where there is one. */
function pointOf(points: readonly MadePoint[], { cast, tale }: Pick<Life, 'cast' | 'tale'>): MadePoint | undefined {
  return points.find(({ unit, name }) => unit.id === cast.workshop.id && name === tale.point);
}

/** The same hazard ends in time where work is done well, and after its time where things slide. */
function temper(fate: Fate, { workshop }: Cast, scene: number): Fate {
  if (isExemplary(workshop) && (fate === 'closedLate' || fate === 'overdue' || fate === 'sentBack')) return 'closed';
  return isSlack(workshop) && fate === 'closed' && scene % 2 === 0 ? 'closedLate' : fate;
}

function majors(random: Random, casts: readonly Cast[], today: number): Life[] {
  const dusty = casts.filter(({ workshop }) => workshop.unit.flags?.includes('hasCombustibleDust'));
  return dusty.map((cast, n) => ({
    cast,
    tale: majorTale,
    at: new Date(today - (40 - n * 25) * day),
    scene: 900 + n,
    fate: 'major',
    random: randomFrom(random.between(1, 1_000_000_000)),
  }));
}

const handedIn: readonly Fate[] = ['closed', 'submitted'];

/** The latest ones take the photo of something alike, found well before in another workshop. */
function withReuses(lives: readonly Life[]): Life[] {
  const shown = new Map<Life, Life>();
  for (const [at, life] of [...lives.entries()].toReversed()) {
    if (shown.size === reuses || !handedIn.includes(life.fate)) continue;
    const other = lives.slice(0, Math.max(0, at - 12)).findLast((each) => isAlike(each, life) && ![...shown.values()].includes(each));
    if (other !== undefined) shown.set(life, other);
  }
  return lives.map((life) => {
    const shows = shown.get(life);
    return shows === undefined ? life : { ...life, shows };
  });
}

function isAlike(other: Life, { cast, tale }: Life): boolean {
  return other.fate === 'closed' && other.tale.category === tale.category && other.cast.workshop !== cast.workshop;
}
