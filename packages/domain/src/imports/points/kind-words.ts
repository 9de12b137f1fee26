import type { PointKind } from '../../points/index.ts';
import { plain } from '../text-keys.ts';

const words: readonly (readonly [RegExp, PointKind])[] = [
  [/泵房/u, 'pumpRoom'],
  [/配电|变电|变压器|电房|发电机/u, 'powerRoom'],
  [/充绒|羽绒/u, 'downFilling'],
  [/除尘|粉尘/u, 'dust'],
  [/宿舍|公寓/u, 'dormitory'],
  [/仓库|库房|仓储|(?<![水车])库$/u, 'warehouse'],
  [/缝制|缝纫|车缝/u, 'sewing'],
  [/有限空间|受限空间|密闭空间/u, 'confinedSpace'],
  [/特种设备|锅炉|电梯|压力容器|起重/u, 'specialEquipment'],
  [/外包|外租|相关方|承租|出租/u, 'contractors'],
  [/燃气|天然气|液化气|煤气/u, 'gas'],
  [/危化|危险化学|化学品/u, 'chemicals'],
  [/动火|焊接|电焊/u, 'hotWork'],
  [/用电|电气/u, 'electricity'],
  [/消防|消火栓|灭火|^防火$/u, 'fire'],
];

/** A room that is part of what another word says: 消防泵房 is a pump room, 宿舍配电室 a power room. */
const rooms: readonly PointKind[] = ['pumpRoom', 'powerRoom'];

/** Every kind that the words may mean; one of them when they tell it, none when they tell nothing. */
export function kindsIn(written: string): readonly PointKind[] {
  const text = plain(written).replace(/\s/gu, '');
  if (/^(其他|其它|一般|普通|other)$/iu.test(text)) return ['other'];
  const found = words.flatMap(([pattern, kind]) => (pattern.test(text) ? [kind] : []));
  const room = rooms.find((kind) => found.includes(kind));
  return room === undefined ? found : [room];
}
