import { within } from '@changming/database';
import { refuse } from '@changming/domain/kernel';
import { courseInput, retireCourseInput } from '@changming/domain/training';

import { command, query } from '../context.ts';
import { unitInScope } from '../units/index.ts';
import { refuseBadLevel } from './session-store.ts';
import { ownedInSight } from './sight.ts';

/** 课程: enters one, or changes the one of this id. */
export const keepCourse = command({
  permission: 'training.plan',
  name: 'training.keepCourse',
  input: courseInput,
  async run({ tx, scope, newId, trail }, { id = newId(), unitId, classHours, ...words }) {
    await unitInScope(tx, scope, unitId);
    refuseBadLevel(words.category, words.level);
    const row = { unit_id: unitId, ...words, class_hours: classHours };
    const before = await tx.selectFrom('training_courses').selectAll().where('id', '=', id).executeTakeFirst();
    if (before === undefined)
      await tx
        .insertInto('training_courses')
        .values({ id, ...row })
        .execute();
    else {
      if (!scope.some(({ lo, hi }) => before.unit_pos >= lo && before.unit_pos <= hi))
        refuse('missing', 'training.course_not_found', { id });
      await tx
        .updateTable('training_courses')
        .set({ ...row, version: before.version + 1 })
        .where('id', '=', id)
        .execute();
    }
    const told = { name: words.name, category: words.category, classHours };
    return trail({ subjectId: id, unitId, before: before === undefined ? null : { name: before.name }, after: told }, { id });
  },
});

/** 停用课程: nobody arranges a session of it any more. */
export const retireCourse = command({
  permission: 'training.plan',
  name: 'training.retireCourse',
  input: retireCourseInput,
  async run({ tx, scope, trail }, { courseId, on }) {
    const before = await tx
      .selectFrom('training_courses')
      .selectAll()
      .where('id', '=', courseId)
      .where('retired_on', 'is', null)
      .where((eb) => within(eb.ref('unit_pos'), scope))
      .forUpdate()
      .executeTakeFirst();
    if (before === undefined) return refuse('missing', 'training.course_not_found', { id: courseId });
    await tx
      .updateTable('training_courses')
      .set({ retired_on: on, version: before.version + 1 })
      .where('id', '=', courseId)
      .execute();
    return trail(
      { subjectId: courseId, unitId: before.unit_id, before: { name: before.name }, after: { retiredOn: on } },
      { id: courseId },
    );
  },
});

/** Courses of the caller's branch and those of the units above it, which are taken below. */
export const listCourses = query({
  permission: 'training.read',
  async run({ tx, scope }, { unitId }: { unitId?: string | undefined }) {
    const ranges = unitId === undefined ? scope : [await unitInScope(tx, scope, unitId)];
    const items = await tx
      .selectFrom('training_courses as c')
      .innerJoin('units as u', 'u.id', 'c.unit_id')
      .select([
        'c.id',
        'c.unit_id as unitId',
        'u.name as unit',
        'c.name',
        'c.category',
        'c.level',
        'c.class_hours as classHours',
        'c.topics',
      ])
      .where('c.retired_on', 'is', null)
      .where(ownedInSight(ranges))
      .orderBy('c.name')
      .orderBy('c.id')
      .limit(500)
      .execute();
    return { items };
  },
});
