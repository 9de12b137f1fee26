import { refuse } from '@changming/domain/kernel';
import { editProfileInput, mayBeIndustry, mayBeProvince, type UnitProfile } from '@changming/domain/units';

import { command } from '../context.ts';
import { saveCity } from './city.ts';
import { refuseUnassessedDust } from './dust.ts';
import { searchKeyOf, unitInScope } from './store.ts';
import { saveDetails } from './unit-details.ts';

type Place = Pick<UnitProfile, 'province' | 'industry'>;

function refuseUnknown({ province, industry }: Place, before: Place): void {
  if (!mayBeProvince(province, before.province)) refuse('invalid', 'units.province_unknown', { province: province ?? '' });
  if (!mayBeIndustry(industry, before.industry)) refuse('invalid', 'units.industry_unknown', { industry: industry ?? '' });
}

/** 单位概况: head count, industry, flags, short names, address and remark. Refused with `request.stale` unless `version` is the present one. */
export const editProfile = command({
  permission: 'units.editProfile',
  input: editProfileInput,
  async run({ tx, scope, trail }, { unitId, version, shortNames, profile }) {
    const unit = await unitInScope(tx, scope, unitId);
    if (unit.closed_on !== null) refuse('conflict', 'units.closed', { name: unit.name });
    refuseUnassessedDust(profile, unit.flags);
    refuseUnknown(profile, unit);
    const { city, address, remark, dustAssessment: _told, ...columns } = profile;
    const saved = await tx
      .updateTable('units')
      .set({ ...columns, short_names: shortNames, search_key: searchKeyOf({ ...unit, short_names: shortNames }), version: version + 1 })
      .where('id', '=', unitId)
      .where('version', '=', version)
      .executeTakeFirst();
    if (saved.numUpdatedRows === 0n) refuse('conflict', 'request.stale');
    const cityBefore = await saveCity(tx, unitId, city);
    const details = await saveDetails(tx, unitId, { address, remark });
    const { headcount, province, industry, flags, short_names } = unit;
    const before = { shortNames: short_names, profile: { headcount, province, city: cityBefore, industry, flags, ...details } };
    return trail({ subjectId: unitId, unitId, before, after: { shortNames, profile } }, { version: version + 1 });
  },
});
