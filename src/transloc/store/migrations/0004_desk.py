import django.db.models.deletion
from django.db import migrations, models

import transloc.store.models


class Migration(migrations.Migration):
    dependencies = [("store", "0003_embeds")]

    operations = [
        migrations.AddField(
            model_name="segment",
            name="quotations",
            field=models.JSONField(default=list, encoder=transloc.store.models.Compact),
        ),
        migrations.AddField(
            model_name="segment",
            name="alternatives",
            field=models.JSONField(default=list, encoder=transloc.store.models.Compact),
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("segment", models.TextField()),
                ("person", models.TextField()),
                ("text", models.TextField()),
                ("seen", models.IntegerField()),
                ("at", models.DateTimeField()),
                ("catalog", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="store.catalog")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("catalog", "segment", "person"), name="one_draft_a_segment_and_person")],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("segment", models.TextField()),
                ("author", models.TextField()),
                ("author_id", models.TextField()),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("settled", models.DateTimeField(null=True)),
                ("settled_by", models.TextField(default="")),
                ("catalog", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="store.catalog")),
            ],
        ),
    ]
