// An issuer by oidc-provider: node server.js ISSUER PORT. Each line `rotate` on standard input makes
// a new key, which signs from then on; the old ones stay published. It ends with its input.
import { generateKeyPairSync, randomUUID, webcrypto } from 'node:crypto';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import Provider from 'oidc-provider';

// Node 18, which Debian 12 has, lacks these.
globalThis.crypto ??= webcrypto;
URL.parse ??= (text, base) => (URL.canParse(text, base) ? new URL(text, base) : null);

const [issuer, port] = process.argv.slice(2);
const keys = [];
let answer;

function newKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'ES256', use: 'sig' };
}

// The first key signs. Keys are read once, so a new key needs a new provider.
function rotate() {
  keys.unshift(newKey());
  const provider = new Provider(issuer, {
    jwks: { keys },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: 'notes-service',
        client_secret: 'notes-service-secret',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    scopes: ['read:note', 'write:note'],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (ctx, resource) => ({
          audience: resource,
          scope: 'read:note write:note',
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  });
  provider.proxy = true;
  answer = provider.callback();
}

rotate();
createInterface({ input: process.stdin })
  .on('line', (line) => line === 'rotate' && rotate())
  .on('close', () => process.exit());
createServer((request, response) => answer(request, response)).listen(Number(port), '127.0.0.1');
