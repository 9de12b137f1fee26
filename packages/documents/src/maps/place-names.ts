export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** `x` and `y` are the middle of its sign; `width` is that of its name. */
export type Named = { readonly x: number; readonly y: number; readonly width: number };

type Room = { readonly area: Box; readonly radius: number; readonly height: number };

/**
 * Where the names of signs stand: below, above, right or left of the sign, the first of these that leaves the area, other signs and names
 * written before uncovered. Where a crowd leaves no such place, below.
 */
export function placeNames(signs: readonly Named[], room: Room): Box[] {
  const taken = signs.map(({ x, y }) => boxOf(x - room.radius, y - room.radius, 2 * room.radius, 2 * room.radius));
  return signs.map((sign) => {
    const places = placesOf(sign, room);
    const free = places.find((place) => isInside(place, room.area) && !taken.some((other) => overlap(place, other)));
    const chosen = free ?? places[0];
    taken.push(chosen);
    return chosen;
  });
}

function placesOf({ x, y, width }: Named, { radius, height }: Room): readonly [Box, ...Box[]] {
  const gap = radius / 8;
  const [left, middle] = [x - width / 2, y - height / 2];
  return [
    boxOf(left, y + radius + gap, width, height),
    boxOf(left, y - radius - gap - height, width, height),
    boxOf(x + radius + gap, middle, width, height),
    boxOf(x - radius - gap - width, middle, width, height),
  ];
}

function boxOf(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}

function isInside(box: Box, area: Box): boolean {
  return box.x >= area.x && box.y >= area.y && box.x + box.width <= area.x + area.width && box.y + box.height <= area.y + area.height;
}

export function overlap(one: Box, other: Box): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}
