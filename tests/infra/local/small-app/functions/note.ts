import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const store = new DynamoDBClient({});

/** Notes each event it gets as an item, unless the event asks it to fail. */
export const handler = async (event: { detail?: { fail?: boolean }; id: string }): Promise<void> => {
  const text = JSON.stringify(event);
  console.log(`noting ${event.id}`);
  if (event.detail?.fail === true) throw new Error('asked to fail');
  await store.send(
    new PutItemCommand({
      TableName: process.env['NOTES_TABLE'],
      Item: { pk: { S: 'note' }, sk: { S: event.id }, text: { S: text } },
    }),
  );
};
