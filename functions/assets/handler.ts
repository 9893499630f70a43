/** The style sheet, script and images of every page, behind the gateway's route of `/assets`. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { createAssets } from '../../shared/http/assets/assets.ts';
import { builtAssets } from '../../shared/http/assets/built.js';
import { withSecurityHeaders } from '../../shared/http/security-headers.ts';

const assets = createAssets(builtAssets);

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const asset = assets.serve(event.rawPath, event.headers['accept-encoding']);
  if (asset) return { ...asset, headers: { ...asset.headers } };
  const headers = withSecurityHeaders({ 'content-type': 'text/plain; charset=utf-8' });
  return { statusCode: 404, headers, body: 'There is nothing at this address.' };
};
