import type { UnitFlag, UnitKind } from './unit.ts';

type Described = {
  readonly kind?: UnitKind | undefined;
  readonly name?: string | undefined;
  readonly industry?: string | null | undefined;
};

/** 18 纺织服装、服饰业 and 195 制鞋业 of GB/T 4754, with or without the letter of the section. */
const garmentOrShoeCode = /^C?(?:18\d{0,2}|195\d?)$/iu;
const garmentOrShoeName = /服装|服饰|制衣|成衣|时装|羽绒|针织|衬衫|西服|制鞋|鞋业|鞋厂/u;
const sewingName = /缝制|缝纫|车缝|裁剪|裁床|裁断/u;
const dormName = /宿舍|公寓/u;

/**
 * The flags that a new unit most likely has. A garment or shoe plant is a fire-safety key unit (公安部令第61号第十三条第(九)项);
 * sewing and cutting workshops and dormitories are crowded places (消防法第七十三条第(四)项). Local criteria decide, so they are
 * proposed to whoever fills in the form and never set. 粉尘涉爆 is not proposed: it needs an expert's assessment.
 */
export function proposedFlags({ kind, name = '', industry = null }: Described): UnitFlag[] {
  const proposed: UnitFlag[] = [];
  if (kind === 'factory' && makesGarmentsOrShoes(name, industry ?? '')) proposed.push('isFireKeyUnit');
  if (isDormOrSewing(kind, name)) proposed.push('isCrowdedPlace');
  return proposed;
}

function makesGarmentsOrShoes(name: string, industry: string): boolean {
  return garmentOrShoeCode.test(industry.trim()) || garmentOrShoeName.test(name);
}

function isDormOrSewing(kind: UnitKind | undefined, name: string): boolean {
  return dormName.test(name) || (kind === 'workshop' && sewingName.test(name));
}
