from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0008_notify"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="segment", name="store_queue"),
        migrations.RemoveIndex(model_name="segment", name="store_queue_of_a_locale"),
        migrations.RemoveField(model_name="segment", name="due"),
        migrations.AddIndex(
            model_name="segment",
            index=models.Index(condition=models.Q(("open", True)), fields=["catalog"], name="store_open"),
        ),
    ]
