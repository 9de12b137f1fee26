import { heldTodo } from './held/todo.ts';
import { learningTodo } from './learning/todo.ts';

export const trainingTodo = [...heldTodo, ...learningTodo];
