import { mayAnywhere } from '../../api/may.ts';
import type { Me } from '../../api/me.ts';
import { accessTodo } from '../../contexts/access/todo.ts';
import { actionsTodo } from '../../contexts/actions/todo.ts';
import { assessmentsTodo } from '../../contexts/assessments/todo.ts';
import { equipmentTodo } from '../../contexts/equipment/todo.ts';
import { trainingTodo } from '../../contexts/training/todo.ts';
import { hazardsTodo } from '../../contexts/hazards/todo.ts';
import { importsTodo } from '../../contexts/imports/todo.ts';
import { incidentsTodo } from '../../contexts/incidents/todo.ts';
import { inspectionsTodo } from '../../contexts/inspections/todo.ts';
import { responsibilitiesTodo } from '../../contexts/responsibilities/todo.ts';
import { risksTodo } from '../../contexts/risks/todo.ts';
import { workforceTodo } from '../../contexts/workforce/todo.ts';
import { watchTodo } from '../../contexts/workforce/watch/todo.ts';
import type { HomeSection, TodoSource } from './todo-source.ts';

/** Every card of the home page, the most urgent first within its part. */
const sources: readonly TodoSource[] = [
  ...incidentsTodo,
  ...actionsTodo,
  ...hazardsTodo,
  ...inspectionsTodo,
  ...risksTodo,
  ...equipmentTodo,
  ...responsibilitiesTodo,
  ...trainingTodo,
  ...watchTodo,
  ...workforceTodo,
  ...assessmentsTodo,
  ...importsTodo,
  ...accessTodo,
];

export function todoSourcesOf(me: Me, section: HomeSection): TodoSource[] {
  return sources.filter((source) => source.section === section && (source.needs === null || mayAnywhere(me, source.needs)));
}
