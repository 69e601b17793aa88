import type { Part } from './part.ts';

export const toolkit: Part = {};
