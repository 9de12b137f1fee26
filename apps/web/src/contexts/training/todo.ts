import { heldTodo } from './held/todo.ts';

export const trainingTodo = [...heldTodo];
