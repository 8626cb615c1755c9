import { z } from 'zod';
import { MAX_REVISION } from '../../../schema/article-schema.ts';
import { queryNumber } from './query-number.ts';
import { storableText } from './storable-text.ts';

/** Ids come as they may; one that is none is simply not found. */
export const articleIdShape = storableText().max(100).describe('The `id` that the submission answered.');
export const deliveryIdShape = storableText().max(100).describe('The `id` of a delivery, which is its webhook-id.');
export const keyIdShape = storableText().max(100).describe('The `id` of a key: its middle part.');

export const revisionShape = queryNumber(z.int().min(1).max(MAX_REVISION)).optional().describe('The newest when absent.');
