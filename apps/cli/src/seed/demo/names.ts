import type { Random } from '../random.ts';

const surnames = Array.from(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭',
);
const given = [
  '芳',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀英',
  '霞',
  '平',
  '刚',
  '桂英',
  '建国',
  '玉兰',
  '海燕',
  '晓东',
  '文华',
  '志强',
  '雪梅',
  '春花',
  '国庆',
  '丽娟',
  '小红',
  '振华',
  '淑珍',
  '金凤',
  '永康',
  '佳怡',
  '子涵',
  '思远',
  '立新',
  '光明',
] as const;

/** A name that thousands of people have; none is anybody's in particular. */
export function nameFrom(random: Random): string {
  return `${random.pick(surnames)}${random.pick(given)}`;
}

/** A made-up phone: numbers beginning with 12 belong to nobody. */
export function phoneFrom(random: Random): string {
  return `12${Array.from({ length: 9 }, () => random.between(0, 9)).join('')}`;
}

/** A made-up identity number: region 990000 exists nowhere; the check digit is right (GB 11643). */
export function identityFrom(random: Random): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const body = `990000${random.between(1966, 2005)}${two(random.between(1, 12))}${two(random.between(1, 28))}${String(random.between(1, 999)).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
