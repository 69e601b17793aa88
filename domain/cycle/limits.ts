import type { Part } from './part.ts';

export const limits: Part = {};
