import { describe, expect, it } from 'vitest';
import { referralStages } from '../../../shared/domain/referral/state.ts';
import { createAssets } from '../../../shared/http/assets/assets.ts';
import { buildAssets } from '../../../shared/http/assets/build.ts';
import { nhsNumber } from '../../../shared/http/html/components/nhs-number.ts';
import { statusLabel, statusTag } from '../../../shared/http/html/components/status.ts';
import { html } from '../../../shared/http/html/html.ts';
import { pageTemplate } from '../../../shared/http/html/page.ts';
import {
  contentSecurityPolicyHeader,
  securityHeaders,
  withSecurityHeaders,
} from '../../../shared/http/security-headers.ts';
import { frame } from '../../pages/kit/frame.ts';
import { elements, parseMarkup } from './markup.ts';

const draw = pageTemplate(createAssets(await buildAssets()));

function find(markup: string, tag: string): ReadonlyMap<string, string>[] {
  return elements(parseMarkup(markup), (element) => element.tag === tag).map((element) => element.attributes);
}

describe('page', () => {
  it('says its language and direction, and where its content begins', () => {
    const page = draw({ ...frame, title: 'قائمة', language: 'ar', direction: 'rtl', content: html`<p>x</p>` });
    expect(page.startsWith('<!DOCTYPE html><html lang="ar" dir="rtl">')).toBe(true);
    expect(find(page, 'main')[0]?.get('id')).toBe('maincontent');
    expect(find(page, 'a')[0]?.get('href')).toBe('#maincontent');
  });

  it('begins its title with "Error" when something has to be put right', () => {
    const titleOf = (hasErrors: boolean): string =>
      /<title>(.*)<\/title>/.exec(draw({ ...frame, hasErrors, title: 'Add', content: '' }))?.[1] ?? '';
    expect(titleOf(true)).toBe('Error: Add – SEND waiting lists');
    expect(titleOf(false)).toBe('Add – SEND waiting lists');
  });

  it('holds no inline script, style or event, and nothing from another origin', () => {
    const page = draw({ ...frame, title: 'x', content: html`<p>x</p>` });
    expect(page).not.toMatch(/\sstyle=|\son[a-z]+=|<style|<script(?![^>]* src=)/);
    for (const attributes of [...find(page, 'script'), ...find(page, 'link'), ...find(page, 'img')]) {
      expect(attributes.get('src') ?? attributes.get('href')).toMatch(/^\/assets\/[0-9a-f]{12}\//);
    }
  });

  it('shows nobody as signed in when nobody is', () => {
    const page = draw({ ...frame, account: null, sessionTimeout: null, navigation: [], title: 'x', content: '' });
    expect(find(page, 'form')).toEqual([]);
    expect(find(page, 'dialog')).toEqual([]);
  });
});

describe('security headers', () => {
  it('allow our own origin and nothing inline', () => {
    expect(contentSecurityPolicyHeader).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(securityHeaders['permissions-policy']).toMatch(/^[a-z-]+=\(\)(?:, [a-z-]+=\(\))*$/);
  });

  it('keep an answer out of every cache unless it says otherwise', () => {
    expect(withSecurityHeaders({ 'content-type': 'text/html' })).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html',
    });
    expect(withSecurityHeaders({ 'cache-control': 'public, max-age=60' })['cache-control']).toBe('public, max-age=60');
  });

  it('cannot be weakened by an answer', () => {
    expect(() => withSecurityHeaders({ 'content-security-policy': "script-src 'unsafe-inline'" })).toThrow(TypeError);
    expect(() => withSecurityHeaders({ 'X-Frame-Options': 'ALLOWALL' })).toThrow(TypeError);
  });
});

describe('facts that have one way of being shown', () => {
  it('an NHS number is 3-3-4 on one line', () => {
    expect(nhsNumber('9990000018').markup).toBe('<span class="app-nowrap">999\u00A0000\u00A00018</span>');
    expect(nhsNumber(null).markup).toContain('No NHS number');
    expect(() => nhsNumber('999 000 0018')).toThrow(RangeError);
  });

  it('every stage has a label of its own, and its tag says the same', () => {
    const labels = referralStages.map(statusLabel.stage);
    expect(new Set(labels).size).toBe(referralStages.length);
    for (const stage of referralStages) expect(statusTag.stage(stage).markup).toContain(statusLabel.stage(stage));
  });
});
