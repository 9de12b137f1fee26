import sharp from 'sharp';

type Room = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const page = { width: 1600, height: 1000 } as const;
const walls = '#3d4a47';

/** Where the rooms of `count` workshops lie in the hall of a factory, two rows with an aisle between. */
export function roomsOf(count: number): readonly Room[] {
  const across = Math.ceil(count / 2);
  const width = 1440 / across;
  return Array.from({ length: count }, (_, at) => ({
    x: 80 + (at % across) * width,
    y: at < across ? 80 : 560,
    width,
    height: 360,
  }));
}

/** The hall itself: walls, doors, benches. The points name what is where, so the drawing carries no words. */
export async function drawFloorPlan(count: number): Promise<Buffer> {
  return drawn(hall(count));
}

const green = '#2c6b4c';
const red = '#c4161c';

/** The same hall with the ways out, or with where the fire equipment stands. */
export async function drawWallSheet(count: number, kind: 'escapeRoute' | 'fireEquipment' | 'layout'): Promise<Buffer> {
  const rooms = roomsOf(count);
  const over = { escapeRoute: () => ways(rooms), fireEquipment: () => pieces(rooms), layout: () => marks(rooms) }[kind]();
  return drawn(hall(count) + over);
}

function drawn(inside: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}"><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer();
}

function hall(count: number): string {
  const frame = `<rect x="80" y="80" width="1440" height="840" fill="#faf9f5" stroke="${walls}" stroke-width="10"/>`;
  const rooms = roomsOf(count).map(roomOf).join('');
  const aisle = '<path d="M80 500H1520" stroke="#b9c2be" stroke-width="2" stroke-dasharray="18 12"/>';
  return frame + rooms + aisle;
}

function roomOf({ x, y, width, height }: Room): string {
  const wall = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#fff" stroke="${walls}" stroke-width="6"/>`;
  const doorY = y < 400 ? y + height : y;
  const door = `<path d="M${x + width / 2 - 35} ${doorY}h70" stroke="#fff" stroke-width="8"/>`;
  const benches = [0, 1, 2].map((row) =>
    [0, 1, 2, 3].map(
      (column) =>
        `<rect x="${x + 40 + (column * (width - 80)) / 4}" y="${y + 60 + row * 90}" width="${(width - 80) / 4 - 22}" height="44" rx="4" fill="#e8ece9" stroke="#c3cbc7"/>`,
    ),
  );
  return wall + door + benches.flat().join('');
}

function ways(rooms: readonly Room[]): string {
  const head = `<defs><marker id="a" markerWidth="8" markerHeight="8" refX="5" refY="4" orient="auto"><path d="M0 0L8 4L0 8z" fill="${green}"/></marker></defs>`;
  const lines = rooms.map(({ x, y, width, height }) => {
    const door = y < 400 ? y + height : y;
    const start = y + height / 2;
    return `<path d="M${x + width / 2} ${start}V${door}V500H${x < 700 ? 60 : 1540}" fill="none" stroke="${green}" stroke-width="7" marker-end="url(#a)"/>`;
  });
  return head + lines.join('');
}

function pieces(rooms: readonly Room[]): string {
  const spots = rooms.flatMap(({ x, y, width, height }) => [
    [x + 30, y + height - 30],
    [x + width - 30, y + 30],
  ]);
  return spots
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="20" fill="${red}"/><path d="M${x} ${(y ?? 0) - 11}v22M${(x ?? 0) - 11} ${y}h22" stroke="#fff" stroke-width="5"/>`,
    )
    .join('');
}

function marks(rooms: readonly Room[]): string {
  return rooms
    .map(
      ({ x, y, width, height }) =>
        `<rect x="${x + 24}" y="${y + 40}" width="${width - 48}" height="${height - 80}" fill="none" stroke="#d4a72c" stroke-width="6" stroke-dasharray="24 12"/>`,
    )
    .join('');
}
