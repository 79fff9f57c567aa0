import { expect, test } from 'vitest';
import { passesRules, type ValueRule, withRule } from './value-rules';

const asia: ValueRule = { on: 'node', of: 'Country', key: 'region', value: 'Asia', keeps: 'only' };
const noAsia: ValueRule = { ...asia, keeps: 'others' };
const landlocked: ValueRule = { on: 'node', of: 'Country', key: 'landlocked', value: true, keeps: 'only' };
const noName: ValueRule = { on: 'node', of: 'Country', key: 'name', value: undefined, keeps: 'only' };
const country = (properties: Record<string, string | boolean>) => ({ of: 'Country', properties });
const latin = { of: 'Script', properties: { name: 'Latin' } };

test('only those with a value are left, and nothing of other labels', () => {
  expect(passesRules([asia], 'node', country({ region: 'Asia' }))).toBe(true);
  expect(passesRules([asia], 'node', country({ region: 'Europe' }))).toBe(false);
  expect(passesRules([asia], 'node', latin)).toBe(false);
});

test('all but those with a value are left; of other labels, and of edges, all', () => {
  expect(passesRules([noAsia], 'node', country({ region: 'Asia' }))).toBe(false);
  expect(passesRules([noAsia], 'node', country({}))).toBe(true);
  expect(passesRules([noAsia], 'node', latin)).toBe(true);
  expect(passesRules([asia], 'edge', country({ region: 'Europe' }))).toBe(true);
});

test('several of one label have to be met together; those of other labels are added', () => {
  expect(passesRules([asia, landlocked], 'node', country({ region: 'Asia', landlocked: true }))).toBe(true);
  expect(passesRules([asia, landlocked], 'node', country({ region: 'Asia' }))).toBe(false);
  const scripts: ValueRule = { on: 'node', of: 'Script', key: 'name', value: 'Latin', keeps: 'only' };
  expect(passesRules([asia, scripts], 'node', latin)).toBe(true);
  expect(passesRules([asia, scripts], 'node', country({ region: 'Europe' }))).toBe(false);
});

test('that there is no value is something to filter by, and text is no number', () => {
  expect(passesRules([noName], 'node', country({}))).toBe(true);
  expect(passesRules([noName], 'node', country({ name: '' }))).toBe(false);
  const seven: ValueRule = { ...asia, value: 7 };
  expect(passesRules([seven], 'node', country({ region: '7' }))).toBe(false);
});

test('another value takes the place of the one before, and a rule ends its opposite', () => {
  const europe = { ...asia, value: 'Europe' };
  expect(withRule([asia, landlocked], europe)).toEqual([landlocked, europe]);
  expect(withRule([asia], noAsia)).toEqual([noAsia]);
  const noEurope: ValueRule = { ...noAsia, value: 'Europe' };
  expect(withRule([noAsia], noEurope)).toEqual([noAsia, noEurope]);
  expect(withRule([noAsia, noEurope], asia)).toEqual([noEurope, asia]);
});
