import { describe, expect, it } from 'vitest';

import { jurisdictionsOf } from './layers.ts';
import { objectionToRule } from './objections.ts';
import { type RuleVersion, ruleInForce } from './rule.ts';

const path = jurisdictionsOf({ province: '山东', units: ['root', 'mill'] });

function version(over: Partial<RuleVersion>): RuleVersion {
  return {
    ruleId: 'workforce.directorFrom',
    value: 300,
    layer: 'nation',
    place: '',
    source: '测试',
    article: null,
    certainty: 'own',
    from: '2020-01-01',
    to: null,
    override: false,
    ...over,
  };
}

const valueOn = (versions: readonly RuleVersion[], on: string) =>
  ruleInForce(versions, 'workforce.directorFrom', { path, on })?.version.value ?? null;

describe('the rule in force', () => {
  it('is the version of the day of the event', () => {
    const versions = [version({ value: 300, to: '2026-07-01' }), version({ value: 200, from: '2026-07-01' })];

    expect(['2019-12-31', '2020-01-01', '2026-06-30', '2026-07-01'].map((on) => valueOn(versions, on))).toEqual([null, 300, 300, 200]);
  });

  it('is the stricter of a lower layer, and a laxer one is passed over', () => {
    const stricter = version({ layer: 'province', place: '山东', value: 100 });
    const laxer = version({ layer: 'unit', place: 'mill', value: 500 });
    const elsewhere = version({ layer: 'province', place: '江苏', value: 50 });

    const found = ruleInForce([version({}), laxer, stricter, elsewhere], 'workforce.directorFrom', { path, on: '2026-01-20' });

    expect(found).toEqual({ version: stricter, passedOver: [laxer] });
  });

  it('may be laxer when headquarters overrides explicitly, and every lower unit may again be stricter than that', () => {
    const override = version({ layer: 'unit', place: 'root', value: 500, override: true });
    const again = version({ layer: 'unit', place: 'mill', value: 400 });

    expect(valueOn([version({}), override, again], '2026-01-20')).toBe(400);
  });

  it('of the product gives way to anybody', () => {
    expect(valueOn([version({ layer: 'product', value: 100 }), version({ layer: 'group', value: 900 })], '2026-01-20')).toBe(900);
  });

  it('knows which way is stricter: a larger share drawn, a shorter limit', () => {
    const share = (layer: 'nation' | 'group', value: number) => version({ ruleId: 'hazards.lookBackShare', layer, value });

    const found = (value: number) =>
      ruleInForce([share('nation', 0.2), share('group', value)], 'hazards.lookBackShare', { path, on: '2026-01-20' });

    expect([found(0.1)?.version.value, found(0.3)?.version.value]).toEqual([0.2, 0.3]);
  });
});

describe('setting a rule', () => {
  it('is refused where it asks less than what stands above it, unless it says so', () => {
    const wanted = version({ layer: 'group', value: 400, from: '2026-02-01' });

    expect(objectionToRule(wanted, [version({})], path)).toBe('standards.laxer');
    expect(objectionToRule({ ...wanted, override: true }, [version({})], path)).toBeNull();
    expect(objectionToRule({ ...wanted, value: 200 }, [version({})], path)).toBeNull();
    expect(objectionToRule(wanted, [version({ to: '2026-01-15' })], path)).toBeNull();
  });

  it('is refused with a value that the rule cannot have, or a place that the layer has not', () => {
    expect(objectionToRule(version({ value: 1.5 }), [], path)).toBe('standards.wrong_value');
    expect(objectionToRule(version({ value: '很多' }), [], path)).toBe('standards.wrong_value');
    expect(objectionToRule(version({ ruleId: 'hazards.lookBackShare', value: 1.2 }), [], path)).toBe('standards.wrong_value');
    expect(objectionToRule(version({ ruleId: 'access.passwordProfile', value: 'none' }), [], path)).toBe('standards.wrong_value');
    expect(objectionToRule(version({ layer: 'province' }), [], path)).toBe('standards.wrong_place');
    expect(objectionToRule(version({ layer: 'nation', place: '山东' }), [], path)).toBe('standards.wrong_place');
  });
});
