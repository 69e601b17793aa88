import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { openingKeyOf } from '../../db/master-key.ts';
import { environmentNames, SECRETS } from '../../settings/environment.ts';

interface Service {
  image?: string;
  build?: { args: { NODE_IMAGE: string } };
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  restart?: string;
  secrets?: string[];
  volumes?: string[];
  read_only?: boolean;
}

interface Compose {
  services: Record<string, Service>;
  secrets: Record<string, { file: string }>;
  volumes: Record<string, unknown>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
const dockerfile = readFileSync('Dockerfile', 'utf8');

/** Sources that other parts of the work bring: strike out what is there. */
const TO_COME: string[] = [];

/** What is there before the processes, and what people do by hand. */
const BY_HAND_OR_BEFORE = ['provision', 'migrate', 'operate'];

/** Runs once and ends, so that others wait for its success and not for its health. */
const isOneShot = ({ restart }: Service) => restart?.startsWith('on-failure') ?? false;

describe('docker-compose.yml', () => {
  it('runs every process of Rostrum, and the migration before them', () => {
    expect(Object.fromEntries(ours.map(([name, { command }]) => [name, command?.join(' ')]))).toEqual({
      provision: 'node dist/cli/rostrum.js provision --secrets /run/secrets',
      migrate: 'node dist/cli/rostrum.js migrate',
      operate: 'doctor',
      engine: 'node dist/workers/engine.js',
      work: 'node dist/workers/work.js',
      notices: 'node dist/workers/notices.js',
      api: 'node dist/api/server.js',
    });
    for (const [name, { depends_on }] of ours.filter(([each]) => !BY_HAND_OR_BEFORE.includes(each))) {
      expect([name, depends_on]).toEqual([
        name,
        {
          migrate: { condition: 'service_completed_successfully' },
          'temporal-namespace': { condition: 'service_completed_successfully' },
        },
      ]);
    }
  });

  it.each(ours)('%s runs a file that the build makes from a source', (_, { command, entrypoint = [] }) => {
    const source = [...entrypoint, ...(command ?? [])][1]?.replace(/^dist\/(.*)\.js$/, '$1.ts') ?? '';
    expect(existsSync(source) || TO_COME.includes(source)).toBe(true);
  });

  it.each(services)('%s waits for services that exist, in the way that they can answer', (_, service) => {
    for (const [target, { condition }] of Object.entries(service.depends_on ?? {})) {
      const awaited = compose.services[target];
      expect(awaited).toBeDefined();
      if (isOneShot(awaited!)) expect(condition).toBe('service_completed_successfully');
      else {
        expect(condition).toBe('service_healthy');
        expect(awaited?.healthcheck?.test?.length).toBeGreaterThan(1);
      }
    }
  });

  it('has no circle of services that wait for each other', () => {
    const waitsFor = (name: string, path: string[]): void => {
      expect(path).not.toContain(name);
      for (const next of Object.keys(compose.services[name]?.depends_on ?? {})) waitsFor(next, [...path, name]);
    };
    for (const [name] of services) waitsFor(name, []);
  });

  it.each(services)('%s uses secrets, volumes and files that are declared or in the repository', (_, service) => {
    for (const secret of service.secrets ?? []) expect(Object.keys(compose.secrets)).toContain(secret);
    for (const mount of service.volumes ?? []) {
      const source = mount.split(':')[0]!;
      if (source.startsWith('./')) expect(existsSync(source)).toBe(true);
      else expect(Object.keys(compose.volumes)).toContain(source);
    }
    const read = Object.entries(service.environment ?? {}).filter(([name]) => name.endsWith('_FILE'));
    for (const [, file] of read) expect(service.secrets).toContain(file.replace('/run/secrets/', ''));
    const script = service.command?.[0] ?? '';
    if (script.startsWith('/deploy/')) expect(service.volumes).toContain(`.${script}:${script}:ro`);
  });

  it('gives each service its own secrets and no others, and none in its environment', () => {
    const given = Object.fromEntries(services.map(([name, { secrets = [] }]) => [name, secrets.toSorted().join(' ')]));
    expect(given).toEqual({
      postgres: 'postgres_password',
      provision: 'api_url engine_url notices_url owner_url superuser_url temporal_password work_url',
      'temporal-schema': 'temporal_password',
      temporal: 'temporal_password',
      'temporal-namespace': '',
      'temporal-ui': '',
      migrate: 'owner_url',
      operate: 'master_key owner_url',
      engine: 'engine_url master_key smtp_url',
      work: 'master_key work_url',
      notices: 'notices_url opening_key smtp_url webhook_secret webhook_secret_before webhook_url',
      api: 'api_url master_key oidc_client_secret',
    });
    for (const [name, { environment = {} }] of services)
      expect([name, SECRETS.filter((secret) => secret in environment)]).toEqual([name, []]);
  });

  it('names every image by its digest, unless .env names another, where deploy/pin-images.sh writes it', () => {
    const withoutTag = (image: string) => image.replace(/:[^:/]*$/, '');
    const pins = [...readFileSync('deploy/pin-images.sh', 'utf8').matchAll(/^pin (\w+) (\S+)$/gm)].map(
      ([, name, image]) => `${name} ${withoutTag(image!)}`,
    );
    const base = /^ARG NODE_IMAGE=(\S+)$/m.exec(dockerfile)?.[1];
    const given = services.map(([, { build, image }]) => build?.args.NODE_IMAGE ?? image!);
    const named = [...given, `\${NODE_IMAGE:-${base}}`].map((image) => {
      const [, name, tag] = /^\$\{(\w+):-(\S+:[\w.-]+)@sha256:[0-9a-f]{64}\}$/.exec(image) ?? [];
      return tag === undefined ? image : `${name} ${withoutTag(tag)}`;
    });
    expect(new Set(named)).toEqual(new Set(pins));
    expect(new Set(given)).toContain(`\${NODE_IMAGE:-${base}}`);
  });

  it('takes every secret from a file that deploy/make-secrets.sh makes and git ignores', () => {
    const maker = readFileSync('deploy/make-secrets.sh', 'utf8');
    for (const { file } of Object.values(compose.secrets)) {
      expect(maker).toContain(`make ${file.replace('./deploy/secrets/', '')} `);
    }
    expect(readFileSync('deploy/secrets/.gitignore', 'utf8')).toBe('*\n!.gitignore\n');
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toContain('deploy/secrets');
  });

  it('takes the opening key from the master key as the processes do', () => {
    const master = randomBytes(32).toString('base64');
    const made = execFileSync(process.execPath, ['deploy/opening-key.mjs'], { input: `${master}\n`, encoding: 'utf8' });
    expect(made).toBe(openingKeyOf(master));
  });

  it.each(ours)('%s is given only variables that Rostrum knows, and a way to say that it is well', (name, service) => {
    const names = Object.keys(service.environment ?? {});
    for (const variable of names)
      expect([...environmentNames(), 'NODE_OPTIONS', 'MALLOC_ARENA_MAX']).toContain(variable);
    expect(service.environment?.NODE_ENV).toBe('production');
    expect(service.read_only).toBe(true);
    if (BY_HAND_OR_BEFORE.includes(name)) expect(service.healthcheck?.disable).toBe(true);
    else {
      expect(service.healthcheck?.test).toEqual(['CMD', 'node', 'deploy/health.mjs']);
      expect(names).toContain(name === 'api' ? 'ROSTRUM_API_PORT' : 'ROSTRUM_HEALTH_PORT');
    }
  });

  it('starts Temporal with the dynamic settings of deploy/dynamicconfig.yaml', () => {
    const { environment, volumes } = compose.services.temporal!;
    expect(volumes).toContain(`./deploy/dynamicconfig.yaml:${environment?.DYNAMIC_CONFIG_FILE_PATH}:ro`);
    const settings = parse(readFileSync('deploy/dynamicconfig.yaml', 'utf8')) as Record<string, { value: unknown }[]>;
    expect(settings['system.enableActivityEagerExecution']).toEqual([{ value: true }]);
  });
});

describe('the Dockerfile', () => {
  it('installs exactly what is locked, builds, leaves out what only developers need, and runs as nobody special', () => {
    const steps = ['RUN npm ci', 'RUN npm run build', 'RUN npm prune --omit=dev', 'USER node', 'HEALTHCHECK'];
    const places = steps.map((step) => dockerfile.indexOf(step));
    expect(places.every((place) => place > 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it('copies only what is there', () => {
    for (const [, sources] of dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)) {
      for (const source of sources!.split(' ')) expect(existsSync(source)).toBe(true);
    }
  });
});
