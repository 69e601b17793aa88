import type { Part } from './part.ts';

export const resources: Part = {};
