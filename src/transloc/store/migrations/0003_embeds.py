from django.db import migrations, models

import transloc.store.models


class Migration(migrations.Migration):
    dependencies = [("store", "0002_events_stay")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="embeds",
            field=models.JSONField(default=list, encoder=transloc.store.models.Compact),
        ),
    ]
